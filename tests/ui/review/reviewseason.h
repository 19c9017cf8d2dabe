#pragma once

#include "core/demo/demoperson.h"
#include "core/demo/drawdesk.h"
#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/demo/slotpictures.h"
#include "core/image/inspect.h"
#include "core/workflow/workflow.h"
#include "tests/support/testpack.h"
#include "tests/ui/review/inlinereader.h"
#include "ui/review/filesession.h"

#include <QTemporaryDir>
#include <QtGlobal>

#include <random>

namespace zsb {

/// A season of made-up people in a temporary folder, imported through the workflow, with a clock that stands still
/// until it is moved. Pictures are small flat images, different for each person, or properly drawn papers.
class ReviewSeason
{
public:
    enum class Pictures
    {
        Flat,
        Drawn,
    };

    explicit ReviewSeason(int people, Pictures pictures = Pictures::Flat, std::uint64_t seed = 11,
                          std::chrono::milliseconds patience = std::chrono::seconds(10))
        : m_pictures(pictures), m_maker(nm2023(), seed)
    {
        auto bound = RuleBook::bind(sharedNm2023());
        if (!bound)
            qFatal("%s", bound.error().detail.c_str());
        book = *bound;
        auto opened = Store::open({.folder = m_folder.path().toStdString(), .patience = patience});
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        store = std::move(*opened);
        for (int i = 1; i <= people; ++i)
            add(i);
    }

    /// The queue is read at once.
    [[nodiscard]] ReviewTools tools()
    {
        const auto reader = std::make_shared<InlineReader>(*store);
        return {*store, store.get(), book, [this] { return now; }, counting(), reader, reader};
    }
    /// The queue is read as in the program.
    [[nodiscard]] ReviewTools threadedTools()
    {
        return {*store, store.get(), book, [this] { return now; }, counting()};
    }
    [[nodiscard]] static Reviewer reviewer()
    {
        return {ActorId{"reviewer-a"}, QString::fromUtf8("初审员甲"), {"school", "province", "supervisor"}};
    }

    /// Changes one person before import: the next add() takes it.
    std::function<void(DemoPerson &, int index)> spoil;

    /// What the next add() hands in instead of the portrait as it was drawn.
    std::function<QImage(const QImage &, int index)> alter;

    /// Changes what a drawn paper says, and not the form: the next add() takes it.
    std::function<void(PaperFacts &)> misprint;

    /// The next add() hands in the same picture for every material.
    bool samePaper = false;
    /// The next add() hands in another portrait before the one that counts.
    bool retaken = false;

    /// Another application, `index` in its number; its id.
    ApplicationId add(int index)
    {
        const auto &types = nm2023().types;
        DemoPerson person = m_maker.make(types[std::size_t(index) % types.size()], index);
        if (spoil)
            spoil(person, index);
        const ApplicationId id{uuid7(now, counting())};
        std::vector<CommandBody> bodies{
            CreateDraft{.applicationNo = person[Field::ApplicationNo], .origin = Origin::Import},
            ChooseType{person.type->id}, fieldsOf(person)};
        const QImage drawn = portraitOf(person, index);
        const QImage face = alter ? alter(drawn, index) : drawn;
        for (const std::string &slot : person.papers) {
            if (slot != "portrait")
                bodies.emplace_back(AttachMaterial{attachment(slot, paperOf(person, slot, face, index))});
        }
        if (retaken)
            bodies.emplace_back(AttachPortrait{attachment({}, encode(flat({358, 441}, index, "earlier"), 50'000))});
        bodies.emplace_back(AttachPortrait{attachment({}, encode(face, 50'000))});
        bodies.emplace_back(Submit{});
        run(id, bodies);
        ids.push_back(id);
        return id;
    }

    Instant now = *parseInstant("2023-02-16T09:00:00+08:00");
    std::shared_ptr<const RuleBook> book;
    std::unique_ptr<Store> store;
    std::vector<ApplicationId> ids;

private:
    static CommandBody fieldsOf(const DemoPerson &person)
    {
        SetFields set;
        for (const Field field : allFields()) {
            const bool own = field != Field::ApplicationNo && field != Field::CandidateType &&
                             field != Field::Portrait && field != Field::Materials;
            if (own && !person[field].empty())
                set.fields[field] = person[field];
        }
        return set;
    }

    QImage portraitOf(const DemoPerson &person, int index) const
    {
        if (m_pictures == Pictures::Drawn)
            return drawPortrait(faceOf(person.faceSeed, person.female ? FaceSex::Female : FaceSex::Male));
        return flat({358, 441}, index, "portrait");
    }

    std::string paperOf(const DemoPerson &person, const std::string &slot, const QImage &face, int index)
    {
        if (m_pictures == Pictures::Flat)
            return encode(flat({600, 400}, index, samePaper ? std::string("paper") : slot), 200'000);
        PaperFacts facts = paperFacts(person);
        if (misprint)
            misprint(facts);
        return encode(drawForSlot(m_desk, *nm2023().slot(slot), facts, face, true), 800'000);
    }

    /// Flat colour with a pattern nobody else has.
    static QImage flat(const QSize &size, int index, const std::string &slot)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        const auto bits = quint32(qHash(slot)) ^ quint32(index * 2654435761U);
        for (int bit = 0; bit < 32; ++bit) {
            for (int y = 0; y < 16; ++y) {
                for (int x = 0; x < 8; ++x)
                    image.setPixelColor(bit * 8 + x, 40 + y, (bits >> bit) & 1U ? Qt::black : Qt::gray);
            }
        }
        return image;
    }

    static std::string encode(const QImage &image, std::int64_t maxBytes)
    {
        const auto bytes = encodeJpeg(image, maxBytes);
        if (!bytes)
            qFatal("%s", bytes.error().detail.c_str());
        return *bytes;
    }

    Attachment attachment(const std::string &slot, const std::string &bytes)
    {
        const auto sha = store->blobs().put(bytes, BlobStore::Durable::AfterFlush);
        if (!sha)
            qFatal("%s", sha.error().detail.c_str());
        return {.slot = slot, .sha256 = *sha, .fileName = slot + ".jpg", .facts = inspectImage(bytes), .addedAt = now};
    }

    void run(const ApplicationId &id, const std::vector<CommandBody> &bodies)
    {
        std::vector<Command> commands;
        int revision = 0;
        for (const CommandBody &body : bodies)
            commands.push_back({.id = CommandId{uuid7(now, counting())},
                                .application = id,
                                .actor = ActorId{"importer"},
                                .role = "import",
                                .at = now,
                                .revision = revision++,
                                .packHash = book->pack().hash,
                                .body = body});
        const auto answers = store->executeAll(commands, *book, now);
        if (!answers)
            qFatal("%s", answers.error().detail.c_str());
        if (const auto *refusal = std::get_if<Refusal>(&answers->back()))
            qFatal("import refused: %s", std::string(idOf(refusal->code)).c_str());
    }

    /// Random enough for ids that never repeat, and the same in every run.
    RandomSource counting()
    {
        return [this](std::span<std::uint8_t> bytes) {
            for (std::uint8_t &byte : bytes)
                byte = std::uint8_t(m_random() >> 8U);
        };
    }

    QTemporaryDir m_folder;
    Pictures m_pictures;
    PeopleMaker m_maker;
    DrawDesk m_desk;
    std::minstd_rand m_random{7};
};

} // namespace zsb
