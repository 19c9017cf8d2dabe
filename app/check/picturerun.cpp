#include "app/check/picturerun.h"

#include "app/check/reportplace.h"

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

bool isReportUsable(const CommandLine &line, const QStringList &files, QTextStream &err)
{
    const QString report = line.value(u"report"_s);
    const auto endsWith = [&](const QString &ending) { return report.endsWith(ending, Qt::CaseInsensitive); };
    const QStringList endings = {u".jsonl"_s, u".csv"_s, u".html"_s};
    if (line.all(u"report"_s).size() > 1) {
        err << u"只能写一份报告 / one report at a time\n"_s;
        return false;
    }
    if (line.has(u"report"_s) && std::ranges::none_of(endings, endsWith)) {
        err << u"报告的文件名应以 .jsonl、.csv 或 .html 结尾 / the name of a report ends in .jsonl, .csv or .html: "_s
            << report << u'\n';
        return false;
    }
    if (line.has(u"report"_s) && overwritesAny(report, files)) {
        err << u"报告会覆盖要检查的文件 / the report would overwrite a file to be checked: "_s << report << u'\n';
        return false;
    }
    return true;
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
