#include "core/image/picturefacts.h"

#include "core/image/heldpicture.h"
#include "core/image/inspect.h"
#include "core/image/perceptual.h"
#include "core/image/scanreader.h"

#include <QFileInfo>

#include <algorithm>

namespace zsb {
namespace {

bool isPicture(const ImageFacts &facts)
{
    return (facts.isReadable() || facts.problem == ImageProblem::Truncated) && facts.bytes <= mostPictureBytes;
}

/// Whether it is whole, and of a kind that is decoded here; what else a pack allows is not judged by its pixels.
bool isPage(const ImageFacts &facts)
{
    return facts.isReadable() && facts.format != ImageFormat::Pdf && facts.format != ImageFormat::Heic &&
           facts.bytes <= mostPictureBytes;
}

} // namespace

std::string measuredText(const PortraitReading &reading)
{
    const PortraitFigures &figures = reading;
    return reading.facts.isReadable() ? measuredText(figures) : std::string();
}

std::string measuredText(const ScanReading &reading)
{
    const ScanFigures &figures = reading;
    return isPage(reading.facts) ? measuredText(figures) : std::string();
}

PictureFacts::PictureFacts(std::shared_ptr<SharedModel> model, KnownFigures known, Scans scans)
    : m_model(std::move(model)),
      m_known(std::move(known)),
      m_scans(scans),
      m_readers([this] { return std::make_unique<PortraitReader>(m_model->get()); }),
      m_memory(scanRoom.memory)
{
}

ImageFacts PictureFacts::factsOf(const std::string &path)
{
    const std::int64_t size = QFileInfo(QString::fromStdString(path)).size();
    const MemoryBudget::Share share = m_memory.take(std::min(size, mostPictureBytes));
    return imageFactsOf(path);
}

ImageFacts PictureFacts::material(const std::string &path)
{
    ImageFacts facts = factsOf(path);
    if (!isPicture(facts))
        return facts;
    const bool isToMeasure = this->isToMeasure(facts);
    const auto picture = holdPicture(QString::fromStdString(path), isToMeasure ? scanRoom : portraitRoom, m_memory);
    if (!picture)
        return facts;
    facts.look = pageLook(picture->view());
    if (isToMeasure)
        facts.measured = measuredText(readScan(picture->view()));
    return facts;
}

ImageFacts PictureFacts::page(const std::string &path)
{
    ImageFacts facts = factsOf(path);
    if (!isToMeasure(facts))
        return facts;
    if (const auto picture = holdPicture(QString::fromStdString(path), scanRoom, m_memory))
        facts.measured = measuredText(readScan(picture->view()));
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

ImageFacts PictureFacts::portrait(const std::string &path)
{
    ImageFacts facts = factsOf(path);
    if (const auto known = m_known.portraits.find(facts.sha256); known != m_known.portraits.end()) {
        facts.measured = known->second;
        return facts;
    }
    if (!isPicture(facts))
        return facts;
    if (const auto picture = holdPicture(QString::fromStdString(path), portraitRoom, m_memory))
        measure(picture->view(), facts);
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
