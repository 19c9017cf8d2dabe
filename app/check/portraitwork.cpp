#include "app/check/portraitwork.h"

#include "app/check/pictureinput.h"
#include "app/check/picturethumb.h"
#include "app/check/portraitoverlay.h"
#include "app/check/portraitreport.h"
#include "core/image/picturefacts.h"
#include "core/rules/picturefindings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <optional>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

void tell(JudgedPortrait &judged)
{
    judged.facts = judged.reading.facts;
    judged.hasPixels = judged.reading.hasPixels;
    for (const MeasureInfo &info : portraitMeasures()) {
        if (const auto value = judged.reading.value(info.measure))
            judged.measures.emplace_back(info.id, *value);
    }
    if (judged.fit) {
        appendFit(judged.members, *judged.fit);
        judged.members += ',';
    }
}

/// Of a file that heldPicture() gave none of.
std::string whyNotHeld(const ImageFacts &facts)
{
    return facts.isReadable() ? "文件太大，没有打开 / the file has too many bytes and was not opened"
                              : "不是能打开的图片 / not a picture that can be opened";
}

} // namespace

PortraitWork::PortraitWork(std::shared_ptr<const RuleBook> book, std::shared_ptr<const LandmarkModel> model,
                           PortraitExtras extras)
    : m_book(std::move(book)),
      m_extras(std::move(extras)),
      m_readers([model = std::move(model)] { return std::make_unique<PortraitReader>(model); })
{
}

std::vector<Finding> PortraitWork::findingsOf(const PortraitReading &reading, const QString &file) const
{
    ImageFacts facts = reading.facts;
    if (facts.isReadable()) // what is left of a broken file would only say again, and wrongly, that it is broken
        facts.measured = measuredText(reading);
    return portraitFindings(*m_book, facts, file.toStdString());
}

void PortraitWork::fit(std::string_view bytes, const PortraitJob &job, PortraitReader &reader,
                       JudgedPortrait &judged) const
{
    PortraitFit &fit = judged.fit.emplace();
    auto fitted = fitPortrait(bytes, reader, m_book->pack(), m_book->pack().portraitProfile);
    if (!fitted) {
        fit.refusal = fitted.error().detail;
        return;
    }
    const auto format = fitted->isChanged ? ImageFormat::Jpeg : judged.reading.facts.format;
    fit.name = job.fitStem + u'.' + QString::fromLatin1(imageFormatId(format));
    QFile file(QDir(m_extras.fit).filePath(fit.name));
    const auto size = qint64(fitted->bytes.size());
    judged.writeFailed = !file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
                         file.write(fitted->bytes.data(), size) != size || !file.flush();
    const PortraitReading reading = reader.read(fitted->bytes);
    fit.sha256 = reading.facts.sha256;
    fit.left = findingsOf(reading, fit.name);
    fit.steps = std::move(*fitted);
    fit.steps.bytes = {};
}

void PortraitWork::addPictures(std::string_view bytes, const PortraitJob &job, JudgedPortrait &judged) const
{
    if (m_extras.thumbnails)
        judged.thumbnail = thumbnailOf(bytes);
    if (m_extras.overlay.isEmpty())
        return;
    const QString path = QDir(m_extras.overlay).filePath(numberedName(job.number, job.file, u"png"_s));
    const Done written = writePortraitOverlay(judged, bytes, path, m_book->pack(), m_extras.language);
    judged.writeFailed = !written || judged.writeFailed;
}

JudgedPortrait PortraitWork::judge(const PortraitJob &job)
{
    const double began = processorMs();
    JudgedPortrait judged;
    judged.file = job.file;
    const PictureRoom room{m_extras.fit.isEmpty() ? portraitRoom.most : QSize(), portraitRoom.memory}; // a copy is cut
    const auto picture = heldPicture(job.file, room, m_memory, judged.reading.facts); // out of all pixels
    auto reader = m_readers.lend(); // when there is memory: no more readers than pictures at a time
    if (picture)
        judged.reading = reader->read(picture->view());
    judged.findings = findingsOf(judged.reading, job.file);
    judged.ms = processorMs() - began;
    if (!m_extras.fit.isEmpty()) {
        if (picture)
            fit(picture->view(), job, *reader, judged);
        else
            judged.fit.emplace().refusal = whyNotHeld(judged.reading.facts);
    }
    m_readers.giveBack(std::move(reader));
    tell(judged);
    if (picture && judged.hasPixels)
        addPictures(picture->view(), job, judged);
    return judged;
}

} // namespace zsb
