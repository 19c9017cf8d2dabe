#include "core/image/picturefacts.h"

#include "core/image/inspect.h"
#include "core/image/perceptual.h"

#include <QFile>

#include <optional>

namespace zsb {
namespace {

/// More than any pack allows; such a file is refused for its size and not decoded.
constexpr std::int64_t mostBytes = 32 * 1024 * 1024;

bool isPicture(const ImageFacts &facts)
{
    return (facts.isReadable() || facts.problem == ImageProblem::Truncated) && facts.bytes <= mostBytes;
}

/// The bytes of a picture that could be decoded.
std::optional<std::string> bytesOf(const std::string &path, const ImageFacts &facts)
{
    QFile file(QString::fromStdString(path));
    if (!isPicture(facts) || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(mostBytes).toStdString();
}

} // namespace

std::string measuredText(const PortraitReading &reading)
{
    const PortraitFigures &figures = reading;
    return reading.facts.isReadable() ? measuredText(figures) : std::string();
}

PictureFacts::PictureFacts(std::shared_ptr<SharedModel> model, Known known)
    : m_model(std::move(model)),
      m_known(std::move(known)),
      m_readers([this] { return std::make_unique<PortraitReader>(m_model->get()); })
{
}

ImageFacts PictureFacts::material(const std::string &path) const
{
    ImageFacts facts = imageFactsOf(path);
    if (const auto bytes = bytesOf(path, facts))
        facts.look = pageLook(*bytes);
    return facts;
}

ImageFacts PictureFacts::portrait(const std::string &path)
{
    ImageFacts facts = imageFactsOf(path);
    if (const auto known = m_known.find(facts.sha256); known != m_known.end()) {
        facts.measured = known->second;
        return facts;
    }
    if (const auto bytes = bytesOf(path, facts))
        measure(*bytes, facts);
    return facts;
}

ImageFacts PictureFacts::portraitOf(std::string_view bytes)
{
    ImageFacts facts = inspectImage(bytes);
    if (isPicture(facts))
        measure(bytes, facts);
    return facts;
}

void PictureFacts::measure(std::string_view bytes, ImageFacts &facts)
{
    std::unique_ptr<PortraitReader> reader = m_readers.lend();
    const PortraitReading reading = reader->read(bytes);
    m_readers.giveBack(std::move(reader));
    facts.look = portraitLook(bytes, reading);
    facts.measured = measuredText(reading);
}

} // namespace zsb
