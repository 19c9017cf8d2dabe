#include "app/check/picturerun.h"

#include <QFileInfo>
#include <QThread>

namespace zsb {

using namespace Qt::StringLiterals;

void PictureTally::take(const JudgedPicture &judged)
{
    const auto isFail = [](const Finding &finding) {
        return finding.outcome == Outcome::Fail && finding.severity == Severity::Error;
    };
    ++files;
    if (std::ranges::any_of(judged.findings, isFail))
        ++failed;
    else
        looked += !judged.findings.empty();
}

std::optional<int> jobsOf(const CommandLine &line)
{
    bool isNumber = true;
    const int jobs = line.has(u"jobs"_s) ? line.value(u"jobs"_s).toInt(&isNumber) : QThread::idealThreadCount();
    return isNumber && jobs > 0 ? std::optional(jobs) : std::nullopt;
}

bool reportTakesAFile(const CommandLine &line, const QStringList &files, QTextStream &err)
{
    const QString report = QFileInfo(line.value(u"report"_s)).canonicalFilePath(); // empty: not there yet
    const bool takes = !report.isEmpty() && std::ranges::any_of(files, [&](const QString &file) {
        return QFileInfo(file).canonicalFilePath() == report;
    });
    if (takes)
        err << u"报告会覆盖要检查的文件 / the report would overwrite a file to be checked: "_s
            << line.value(u"report"_s) << u'\n';
    return takes;
}

PictureOutput::PictureOutput(const CommandLine &line, const std::string &title)
    : m_file(std::make_unique<QFile>(line.value(u"report"_s))),
      m_report(
          pictureReport(m_file->fileName(), title, line.has(u"timings"_s) ? ReportTimes::Told : ReportTimes::Left)),
      m_isNamed(line.has(u"report"_s))
{
}

bool PictureOutput::open()
{
    return m_isNamed ? m_file->open(QIODevice::WriteOnly) : m_file->open(stdout, QIODevice::WriteOnly);
}

bool PictureOutput::write(const std::string &text)
{
    const auto size = qint64(text.size());
    m_isWritten = m_isWritten && m_file->write(text.data(), size) == size;
    return m_isWritten;
}

} // namespace zsb
