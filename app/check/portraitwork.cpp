#include "app/check/portraitwork.h"

#include "app/check/portraitoverlay.h"
#include "core/image/inspect.h"
#include "core/image/portraitjudge.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <ctime>
#include <optional>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// A portrait of more bytes than this is refused for its size long before; it is described, not decoded.
constexpr qint64 mostBytes = 32 * 1024 * 1024;

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) * 1e-6;
}

/// The bytes of a path, none of a pipe, a folder or what is too large; then `facts` say what it is.
std::optional<QByteArray> bytesOf(const QString &path, ImageFacts &facts)
{
    facts.problem = ImageProblem::Missing;
    const QFileInfo info(path);
    if (!info.exists())
        return std::nullopt;
    facts.problem = ImageProblem::NotAnImage;
    if (!info.isFile())
        return std::nullopt;
    if (info.size() > mostBytes) {
        if (auto known = inspectImageFile(path.toStdString()))
            facts = std::move(*known);
        return std::nullopt;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(mostBytes);
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// What the rule book says of format, bytes and pixels.
std::vector<Finding> fileFindings(const RuleBook &book, const PortraitReading &reading, const std::string &name)
{
    Record record;
    record.set(Field::Portrait, name);
    record.portrait = &reading.facts;
    std::vector<Finding> findings = book.checkAll(record, Instant{});
    std::erase_if(findings, [](const Finding &finding) {
        return !finding.rule.starts_with("portrait.") ||
               std::ranges::find(finding.fields, Field::Portrait) == finding.fields.end();
    });
    return findings;
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
    const std::lock_guard lock(m_mutex);
    m_readers.push_back(std::move(reader));
}

std::vector<Finding> PortraitWork::findingsOf(const PortraitReading &reading, const QString &file) const
{
    std::vector<Finding> findings = fileFindings(*m_book, reading, file.toStdString());
    const Pack &pack = m_book->pack();
    for (Finding &finding : judgePortrait(reading, pack, pack.portraitProfile))
        findings.push_back(std::move(finding));
    return findings;
}

void PortraitWork::fit(const QByteArray &bytes, const PortraitJob &job, PortraitReader &reader,
                       JudgedPortrait &judged) const
{
    PortraitFit &fit = judged.fit.emplace();
    auto fitted = fitPortrait(viewOf(bytes), reader, m_book->pack(), m_book->pack().portraitProfile);
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
    auto reader = borrow();
    const double began = processorMs();
    JudgedPortrait judged;
    judged.file = job.file;
    const auto bytes = bytesOf(job.file, judged.reading.facts);
    if (bytes)
        judged.reading = reader->read(viewOf(*bytes));
    judged.findings = findingsOf(judged.reading, job.file);
    judged.ms = processorMs() - began;
    if (!m_folders.fit.isEmpty()) {
        if (bytes)
            fit(*bytes, job, *reader, judged);
        else
            judged.fit.emplace().refusal = "fit: not read";
    }
    giveBack(std::move(reader));
    if (!m_folders.overlay.isEmpty() && judged.reading.hasPixels) {
        const QString base = QFileInfo(job.file).completeBaseName();
        const QString name = u"%1-%2.png"_s.arg(job.number, 6, 10, QChar(u'0')).arg(base);
        judged.writeFailed =
            !writePortraitOverlay(judged, QDir(m_folders.overlay).filePath(name)) || judged.writeFailed;
    }
    return judged;
}

} // namespace zsb
