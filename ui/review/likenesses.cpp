#include "ui/review/likenesses.h"

#include "core/image/perceptual.h"
#include "core/image/portraitreader.h"
#include "core/storage/picturelooks.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace zsb {

namespace {

constexpr std::chrono::milliseconds pause{200};

/// How far a handful came; `last` is empty when nothing is left.
struct Taken
{
    std::string last;
    int looks = 0;
};

} // namespace

/// Used on the one thread only, where it also ends.
class Likenesses::Workshop
{
public:
    Workshop(StoreOptions options, bool mayWrite, std::shared_ptr<const RuleBook> book,
             std::shared_ptr<SharedModel> model)
        : m_options(std::move(options)), m_mayWrite(mayWrite), m_book(std::move(book)), m_model(std::move(model))
    {
    }

    [[nodiscard]] LikenessStudy study(const ApplicationState &state, Instant asOf)
    {
        LikenessStudy study;
        if (!open())
            return study;
        std::vector<PictureLooks::Missing> pictures;
        if (state.portrait)
            pictures.push_back({state.portrait->sha256, true});
        for (const auto &[slot, files] : state.materials) {
            for (const Attachment &file : files)
                pictures.push_back({file.sha256, false});
        }
        if (m_mayWrite)
            static_cast<void>(take(pictures, {}));
        if (!m_looks.follow(m_store->database()))
            return study;
        if (auto found = m_looks.likenesses(m_store->database(), state))
            study.pictures = *std::move(found);
        study.findings = judgeLikenesses(study.pictures, *m_book, asOf);
        return study;
    }

    [[nodiscard]] Taken takeSome(const std::string &after, const std::stop_token &stop)
    {
        if (!open() || !m_mayWrite)
            return {};
        const auto missing = PictureLooks(m_store->database()).missing(after, looksAtOnce);
        if (!missing || missing->empty())
            return {};
        return {missing->back().sha256, take(*missing, stop)};
    }

    void close() { m_store.reset(); }

private:
    [[nodiscard]] bool open()
    {
        if (m_store)
            return true;
        if (m_mayWrite) {
            if (auto opened = Store::open(m_options))
                m_store = *std::move(opened);
        } else if (auto opened = Store::openReadOnly(m_options)) {
            m_store = *std::move(opened);
        }
        return m_store != nullptr;
    }

    /// How many looks were taken. A file that is not here is left for another time.
    int take(const std::vector<PictureLooks::Missing> &pictures, const std::stop_token &stop)
    {
        const PictureLooks stored(m_store->database());
        std::vector<PictureLook> looks;
        for (const PictureLooks::Missing &picture : pictures) {
            const auto known = stored.find(picture.sha256);
            if (stop.stop_requested() || picture.sha256.empty() || !known || known->has_value())
                continue;
            const Result<std::string> bytes = m_store->blobs().read(picture.sha256, BlobStore::Verify::Yes);
            if (bytes)
                looks.push_back({picture.sha256, lookOf(*bytes, picture.isPortrait)});
        }
        if (!looks.empty())
            static_cast<void>(stored.keep(looks)); // somebody writes: it is taken again next time
        return int(looks.size());
    }

    [[nodiscard]] std::string lookOf(const std::string &bytes, bool isPortrait)
    {
        if (!isPortrait)
            return pageLook(bytes);
        if (!m_reader)
            m_reader = std::make_unique<PortraitReader>(m_model->get());
        return portraitLook(bytes, m_reader->read(bytes));
    }

    StoreOptions m_options;
    bool m_mayWrite;
    std::shared_ptr<const RuleBook> m_book;
    std::shared_ptr<SharedModel> m_model;
    std::unique_ptr<const Store> m_store;
    std::unique_ptr<PortraitReader> m_reader;
    SeasonLooks m_looks;
};

Likenesses::Likenesses(StoreOptions options, bool mayWrite, std::shared_ptr<const RuleBook> book,
                       std::shared_ptr<SharedModel> model, QObject *parent)
    : QObject(parent),
      m_workshop(std::make_shared<Workshop>(std::move(options), mayWrite, std::move(book), std::move(model)))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &Likenesses::takeSome);
}

/// The connection ends on the thread that opened it.
Likenesses::~Likenesses()
{
    m_tasks.run(
        &m_tasks,
        [workshop = m_workshop](const TaskContext &) {
            workshop->close();
            return done();
        },
        [](const Done &) {});
}

Likenesses::Key Likenesses::keyOf(const ApplicationState &state)
{
    Key key = state.id.value;
    if (state.portrait)
        key += ' ' + state.portrait->sha256;
    for (const auto &[slot, files] : state.materials) {
        key += ' ' + slot;
        for (const Attachment &file : files)
            key += ' ' + file.sha256;
    }
    return key;
}

const LikenessStudy *Likenesses::peek(const ApplicationState &state) const
{
    const auto found = m_studies.find(keyOf(state));
    return found == m_studies.end() ? nullptr : &found->second;
}

void Likenesses::want(const ApplicationState &state, Instant asOf)
{
    if (state.id.isEmpty())
        return;
    const auto work = [workshop = m_workshop, state, asOf](const TaskContext &task) {
        return task.stop.stop_requested() ? LikenessStudy() : workshop->study(state, asOf);
    };
    m_tasks.run(this, work, [this, key = keyOf(state), id = state.id](LikenessStudy study) {
        m_studies.insert_or_assign(key, std::move(study));
        m_order.remove(key);
        m_order.push_front(key);
        if (m_order.size() > kept) {
            m_studies.erase(m_order.back());
            m_order.pop_back();
        }
        emit ready(id);
    });
}

void Likenesses::takeAll()
{
    if (std::exchange(m_isTaking, true)) {
        m_isAgain = true;
        return;
    }
    m_last.clear();
    m_taken = 0;
    takeSome();
}

void Likenesses::takeSome()
{
    const auto work = [workshop = m_workshop, last = m_last](const TaskContext &task) {
        return workshop->takeSome(last, task.stop);
    };
    m_tasks.run(this, work, [this](const Taken &taken) {
        m_last = taken.last;
        m_taken += taken.looks;
        if (m_last.empty() && !std::exchange(m_isAgain, false)) {
            m_isTaking = false;
            emit passed(m_taken);
            return;
        }
        m_pause.start();
    });
}

} // namespace zsb
