#include "app/check/portraitwork.h"

#include "app/check/pictureinput.h"
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

} // namespace

PortraitWork::PortraitWork(std::shared_ptr<const RuleBook> book, std::shared_ptr<const LandmarkModel> model,
                           PortraitFolders folders)
    : m_book(std::move(book)), m_model(std::move(model)), m_folders(std::move(folders))
{
}

std::unique_ptr<PortraitReader> PortraitWork::borrow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_readers.empty()) {
            auto reader = std::move(m_readers.back());
            m_readers.pop_back();
            return reader;
        }
    }
    return std::make_unique<PortraitReader>(m_model);
}

void PortraitWork::giveBack(std::unique_ptr<PortraitReader> reader)
{
    constexpr std::size_t mostIdle = 4; // each has some megabytes
    const std::lock_guard lock(m_mutex);
    if (m_readers.size() < mostIdle)
        m_readers.push_back(std::move(reader));
}

std::vector<Finding> PortraitWork::findingsOf(const PortraitReading &reading, const QString &file) const
{
    ImageFacts facts = reading.facts;
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
    const QString ending = fitted->isChanged ? u"jpg"_s : QFileInfo(job.file).suffix();
    fit.name = job.fitStem + u'.' + ending;
    QFile file(QDir(m_folders.fit).filePath(fit.name));
    const auto size = qint64(fitted->bytes.size());
    judged.writeFailed = !file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
                         file.write(fitted->bytes.data(), size) != size || !file.flush();
    const PortraitReading reading = reader.read(fitted->bytes);
    fit.sha256 = reading.facts.sha256;
    fit.left = findingsOf(reading, job.file);
    fit.steps = std::move(*fitted);
    fit.steps.bytes = {};
}

JudgedPortrait PortraitWork::judge(const PortraitJob &job)
{
    const double began = processorMs();
    JudgedPortrait judged;
    judged.file = job.file;
    const PictureRoom room{m_folders.fit.isEmpty() ? portraitRoom.most : QSize(), portraitRoom.memory}; // a copy is cut
    const auto picture = heldPicture(job.file, room, m_memory, judged.reading.facts); // out of all pixels
    auto reader = borrow(); // when there is memory: no more readers than pictures at a time
    if (picture)
        judged.reading = reader->read(picture->view());
    judged.findings = findingsOf(judged.reading, job.file);
    judged.ms = processorMs() - began;
    if (!m_folders.fit.isEmpty()) {
        if (picture)
            fit(picture->view(), job, *reader, judged);
        else
            judged.fit.emplace().refusal = "不是能打开的图片 / not a picture that can be opened";
    }
    giveBack(std::move(reader));
    tell(judged);
    if (!m_folders.overlay.isEmpty() && judged.reading.hasPixels) {
        const QString name = numberedName(job.number, job.file, u"png"_s);
        judged.writeFailed =
            !writePortraitOverlay(judged, QDir(m_folders.overlay).filePath(name)) || judged.writeFailed;
    }
    return judged;
}

} // namespace zsb
