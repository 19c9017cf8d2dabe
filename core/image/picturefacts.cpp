#include "core/image/picturefacts.h"

#include "core/image/inspect.h"
#include "core/image/perceptual.h"
#include "core/image/scanreader.h"

#include <QFile>

#include <optional>

namespace zsb {
namespace {

/// More than any pack allows; such a file is refused for its size and not decoded.
constexpr std::int64_t mostBytes = 32 * 1024 * 1024;
constexpr std::int64_t largePage = 8'000'000;      ///< pixels
constexpr std::int64_t mostUndecoded = 24'000'000; ///< see readScan()

bool isPicture(const ImageFacts &facts)
{
    return (facts.isReadable() || facts.problem == ImageProblem::Truncated) && facts.bytes <= mostBytes;
}

/// Whether it is whole, and of a kind that is decoded here; what else a pack allows is not judged by its pixels.
bool isPage(const ImageFacts &facts)
{
    return facts.isReadable() && facts.format != ImageFormat::Pdf && facts.format != ImageFormat::Heic;
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

std::string measuredText(const ScanReading &reading)
{
    const std::int64_t pixels = std::int64_t(reading.facts.widthPx) * reading.facts.heightPx;
    if (!isPage(reading.facts) || (!reading.hasPixels && pixels > mostUndecoded))
        return {};
    const ScanFigures &figures = reading;
    return measuredText(figures);
}

PictureFacts::PictureFacts(std::shared_ptr<SharedModel> model, KnownFigures known, Scans scans)
    : m_model(std::move(model)),
      m_known(std::move(known)),
      m_scans(scans),
      m_readers([this] { return std::make_unique<PortraitReader>(m_model->get()); })
{
}

ImageFacts PictureFacts::material(const std::string &path)
{
    ImageFacts facts = imageFactsOf(path);
    const bool isToMeasure = this->isToMeasure(facts);
    if (const auto bytes = bytesOf(path, facts)) {
        facts.look = pageLook(*bytes);
        if (isToMeasure)
            facts.measured = measuredPage(*bytes, facts);
    }
    return facts;
}

ImageFacts PictureFacts::page(const std::string &path)
{
    ImageFacts facts = imageFactsOf(path);
    if (!isToMeasure(facts))
        return facts;
    if (const auto bytes = bytesOf(path, facts))
        facts.measured = measuredPage(*bytes, facts);
    return facts;
}

/// Takes what is known already.
bool PictureFacts::isToMeasure(ImageFacts &facts) const
{
    if (!isPage(facts) || m_scans == Scans::Left)
        return false;
    const auto known = m_known.materials.find(facts.sha256);
    if (known == m_known.materials.end())
        return true;
    facts.measured = known->second;
    return false;
}

std::string PictureFacts::measuredPage(std::string_view bytes, const ImageFacts &facts)
{
    if (std::int64_t(facts.widthPx) * facts.heightPx < largePage)
        return measuredText(readScan(bytes));
    const std::lock_guard lock(m_large);
    return measuredText(readScan(bytes));
}

ImageFacts PictureFacts::portrait(const std::string &path)
{
    ImageFacts facts = imageFactsOf(path);
    if (const auto known = m_known.portraits.find(facts.sha256); known != m_known.portraits.end()) {
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
