#include "core/demo/picturewriter.h"

#include "core/base/hammingindex.h"
#include "core/demo/drawencode.h"
#include "core/demo/slotpictures.h"

#include <QBuffer>
#include <QFile>

#include <algorithm>
#include <numeric>
#include <thread>

namespace zsb {
namespace {

constexpr std::int64_t paperBytes = 200'000;
constexpr int mostTakes = 8;
constexpr int copiedPortraitQuality = 88; ///< other bytes, the same picture
constexpr int copiedScanQuality = scanQuality + 10;

PictureFlaw flawOf(const FlawedPerson &flawed, std::string_view slot)
{
    const auto it = flawed.pictures.find(std::string(slot));
    return it == flawed.pictures.end() ? PictureFlaw::None : it->second;
}

/// Another size than the profile allows; that alone shall be wrong.
QImage misshapen(const QImage &portrait, PictureFlaw flaw, const PortraitProfile &profile)
{
    const auto scaled = [&portrait](int width, int height) {
        return portrait.scaled(width, height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    if (flaw == PictureFlaw::TooWide)
        return scaled(profile.maxWidthPx + 1, profile.maxHeightPx);
    if (flaw == PictureFlaw::TooHigh)
        return scaled(profile.maxWidthPx, profile.maxHeightPx + 1);
    if (flaw == PictureFlaw::OtherFormat) // a BMP is large
        return scaled(profile.minWidthPx, profile.minHeightPx);
    return portrait;
}

PortraitStyle styleOf(PictureFlaw flaw)
{
    PortraitStyle style;
    if (flaw == PictureFlaw::Blue)
        style.background = {67, 142, 219};
    style.grey = flaw == PictureFlaw::Grey;
    return style;
}

QImage badlyTaken(const QImage &page, PictureFlaw flaw)
{
    if (flaw == PictureFlaw::Blurred)
        return blurred(page, 6);
    return flaw == PictureFlaw::Dark ? dimmed(page, 0.25) : page;
}

/// A JPEG comment before the end of the picture: larger, and still the same picture.
std::string padded(std::string jpeg, std::int64_t bytes)
{
    const std::string end = jpeg.substr(jpeg.size() - 2);
    jpeg.resize(jpeg.size() - 2);
    std::string head = jpeg.substr(0, 2);
    std::string rest = jpeg.substr(2);
    std::int64_t missing = bytes - std::int64_t(head.size() + rest.size() + end.size());
    std::string comments;
    while (missing > 0) {
        std::int64_t size = std::min<std::int64_t>(missing, 65'000);
        if (missing - size > 0 && missing - size < 4)
            size -= 4; // a comment has four bytes of its own
        size = std::max<std::int64_t>(size, 4);
        comments += "\xFF\xFE";
        comments += char((size - 2) >> 8);
        comments += char((size - 2) & 0xFF);
        comments.append(std::size_t(size - 4), ' ');
        missing -= size;
    }
    return head + comments + rest + end;
}

Result<std::string> encodeBmp(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "BMP"))
        return Error{ErrorCode::Internal, "demo: no BMP writer"};
    return bytes.toStdString();
}

} // namespace

Done PictureWriter::write(const FlawedPerson &flawed, std::string_view slot, std::string bytes)
{
    const PictureFlaw flaw = flawOf(flawed, slot);
    if (flaw == PictureFlaw::NotThere)
        return done();
    if (flaw == PictureFlaw::Truncated)
        bytes.resize(bytes.size() * 2 / 3);
    QFile file(m_folder + u'/' + QString::fromStdString(seasonFile(flawed.person, slot)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
        return Error{ErrorCode::Unreadable, "demo: a picture cannot be written"};
    ++m_pictures;
    return done();
}

Done PictureWriter::writePortrait(const FlawedPerson &flawed, const QImage &portrait)
{
    const PortraitProfile &profile = *m_pack.profile(m_pack.portraitProfile);
    const PictureFlaw flaw = flawOf(flawed, "portrait");
    const QImage picture = misshapen(portrait, flaw, profile);
    Result<std::string> bytes =
        flaw == PictureFlaw::OtherFormat ? encodeBmp(picture) : encodeJpeg(picture, portraitBytes(m_pack));
    if (!bytes)
        return bytes.error();
    if (flaw == PictureFlaw::TooLarge)
        *bytes = padded(std::move(*bytes), profile.maxBytes + 1);
    else if (flaw == PictureFlaw::Strict)
        *bytes = padded(std::move(*bytes), profile.strictBytes + 1);
    return write(flawed, "portrait", std::move(*bytes));
}

Done PictureWriter::writePerson(DrawDesk &desk, PlainPortraits &portraits, const FlawedPerson &flawed, Take &take)
{
    const DemoPerson &person = flawed.person;
    const auto borrowed = [&](const std::string &slot) {
        return flawed.sameFileAs.contains(slot) || flawed.copyOf.contains(slot);
    };
    const PortraitProfile &profile = *m_pack.profile(m_pack.portraitProfile);
    const PictureFlaw portraitFlaw = flawOf(flawed, "portrait");
    const bool isStyled = portraitFlaw == PictureFlaw::Blue || portraitFlaw == PictureFlaw::Grey;
    const PlainPortraits::Drawn drawnPortrait = portraits.draw(
        person, {.style = styleOf(portraitFlaw),
                 .meant = isStyled ? std::string_view(flawed.expected.front()) : std::string_view(),
                 .take = take.number,
                 .finished = [&](const QImage &drawn) { return misshapen(drawn, portraitFlaw, profile); }});
    const QImage &portrait = drawnPortrait.picture;
    if (!borrowed("portrait")) {
        take.look = drawnPortrait.look;
        if (Done written = writePortrait(flawed, portrait); !written)
            return written;
    }
    const PaperFacts facts = paperFacts(person);
    const bool collegeOpinion =
        person.type->collegeScope == CandidateType::CollegeScope::Inside && person.type->graduationTo;
    for (const std::string &slotId : person.papers) {
        const MaterialSlot *slot = m_pack.slot(slotId);
        if (!slot || borrowed(slotId))
            continue;
        const QImage drawn = drawForSlot(desk, *slot, facts, portrait, collegeOpinion);
        const PictureFlaw flaw = flawOf(flawed, slotId);
        const QImage paper = badlyTaken(photographed(drawn, facts.seed ^ qHash(QByteArrayView(slotId))), flaw);
        Result<std::string> bytes =
            flaw == PictureFlaw::OtherFormat ? encodePng(paper) : encodeJpeg(paper, paperBytes, scanQuality);
        if (!bytes)
            return bytes.error();
        if (flaw == PictureFlaw::TooLarge)
            *bytes = padded(std::move(*bytes), m_pack.materialLimits.maxBytes + 1);
        if (Done written = write(flawed, slotId, std::move(*bytes)); !written)
            return written;
    }
    return done();
}

void PictureWriter::work(const std::vector<FlawedPerson> &people, const std::vector<std::size_t> &todo)
{
    DrawDesk desk;
    PlainPortraits portraits(m_pack, m_model);
    while (!m_options.stop.stop_requested()) {
        const auto at = std::size_t(m_next++);
        if (at >= todo.size())
            return;
        const Done written = writePerson(desk, portraits, people[todo[at]], m_takes[todo[at]]);
        const int finished = ++m_done;
        if (!written) {
            const std::lock_guard lock(m_mutex);
            m_result = written;
            return;
        }
        if (m_options.progress && finished <= int(people.size()))
            m_options.progress(finished, int(people.size()));
    }
}

Done PictureWriter::writeEach(const std::vector<FlawedPerson> &people, const std::vector<std::size_t> &todo)
{
    m_next = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 1; i < m_options.jobs; ++i)
            threads.emplace_back([&] { work(people, todo); });
        work(people, todo);
    }
    if (m_options.stop.stop_requested())
        return Error{ErrorCode::Cancelled, "demo"};
    return m_result;
}

/// Those whose face would be taken for that of somebody before them.
std::vector<std::size_t> PictureWriter::doubles() const
{
    const auto binding = std::ranges::find(m_pack.rules, "portrait.similar", &RuleBinding::rule);
    if (binding == m_pack.rules.end())
        return {};
    std::vector<std::size_t> owners;
    std::vector<PerceptualHash> looks;
    for (std::size_t i = 0; i < m_takes.size(); ++i) {
        if (!m_takes[i].look)
            continue;
        owners.push_back(i);
        looks.push_back(*m_takes[i].look);
    }
    const HammingIndex index(looks);
    std::vector<std::size_t> doubles;
    std::vector<HammingIndex::Hit> hits;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        index.find(looks[i], int(binding->parameters.integer("most")), hits);
        if (std::ranges::any_of(hits, [i](const HammingIndex::Hit &hit) { return hit.entry < i; }))
            doubles.push_back(owners[i]);
    }
    return doubles;
}

Done PictureWriter::writeAll(const std::vector<FlawedPerson> &people)
{
    if (auto model = LandmarkModel::load(LandmarkModel::defaultPath()))
        m_model = *std::move(model);
    m_takes.resize(people.size());
    std::vector<std::size_t> todo(people.size());
    std::iota(todo.begin(), todo.end(), std::size_t(0));
    Done written = writeEach(people, todo);
    const int pictures = m_pictures;
    for (int round = 0; written && round < mostTakes && !(todo = doubles()).empty(); ++round) {
        for (const std::size_t person : todo)
            ++m_takes[person].number;
        written = writeEach(people, todo);
    }
    m_pictures = pictures;                                                          // however often
    for (auto flawed = people.begin(); written && flawed != people.end(); ++flawed) // once everybody's own are there
        written = writeShared(*flawed);
    return written;
}

/// Pictures that two people share, as they are and saved anew.
Done PictureWriter::writeShared(const FlawedPerson &flawed)
{
    const Error cannot{ErrorCode::Unreadable, "demo: a picture cannot be copied"};
    for (const auto &[slot, source] : flawed.sameFileAs) {
        const QString target = m_folder + u'/' + QString::fromStdString(seasonFile(flawed.person, slot));
        if (!source.empty() && !QFile::copy(m_folder + u'/' + QString::fromStdString(source), target))
            return cannot;
    }
    for (const auto &[slot, source] : flawed.copyOf) {
        const QImage picture(m_folder + u'/' + QString::fromStdString(source));
        if (picture.isNull())
            return cannot;
        const bool isPortrait = slot == "portrait";
        Result<std::string> bytes = encodeJpeg(picture, isPortrait ? portraitBytes(m_pack) : paperBytes,
                                               isPortrait ? copiedPortraitQuality : copiedScanQuality);
        if (!bytes)
            return bytes.error();
        if (Done written = write(flawed, slot, std::move(*bytes)); !written)
            return written;
    }
    return done();
}

} // namespace zsb
