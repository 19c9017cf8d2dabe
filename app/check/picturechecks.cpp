#include "app/check/picturechecks.h"

#include "core/image/inspect.h"
#include "core/image/perceptual.h"
#include "core/image/portraitjudge.h"

#include <QFile>

#include <optional>

namespace zsb {
namespace {

/// More than any pack allows; such a file is refused for its size and not decoded.
constexpr std::int64_t mostBytes = 32 * 1024 * 1024;

/// The bytes of a picture that could be decoded.
std::optional<std::string> bytesOf(const std::string &path, const ImageFacts &facts)
{
    const bool isPicture = facts.isReadable() || facts.problem == ImageProblem::Truncated;
    if (!isPicture || facts.bytes > mostBytes)
        return std::nullopt;
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(mostBytes).toStdString();
}

ImageFacts material(const std::string &path)
{
    ImageFacts facts = imageFactsOf(path);
    if (const auto bytes = bytesOf(path, facts))
        facts.look = pageLook(*bytes);
    return facts;
}

} // namespace

PictureChecks::PictureChecks(std::shared_ptr<const RuleBook> book)
    : m_book(std::move(book)), m_readers([this] { return std::make_unique<PortraitReader>(m_model); })
{
}

ImageInspector PictureChecks::materials() const
{
    return material;
}

PortraitInspector PictureChecks::portraits()
{
    return [this](const std::string &path) { return portrait(path); };
}

CheckedPortrait PictureChecks::portrait(const std::string &path)
{
    CheckedPortrait checked{imageFactsOf(path), {}};
    const auto bytes = bytesOf(path, checked.facts);
    if (!bytes)
        return checked;
    std::call_once(m_loading, [this] {
        if (auto model = LandmarkModel::load(LandmarkModel::defaultPath()))
            m_model = std::move(*model);
    });
    std::unique_ptr<PortraitReader> reader = m_readers.lend();
    const PortraitReading reading = reader->read(*bytes);
    m_readers.giveBack(std::move(reader));
    checked.facts.look = portraitLook(*bytes, reading);
    if (reading.hasPixels && checked.facts.isReadable()) // of one cut short that is said; the rest is not the person
        checked.findings = judgePortrait(reading, m_book->pack(), m_book->pack().portraitProfile);
    return checked;
}

} // namespace zsb
