#include "app/check/picturerun.h"

#include "app/check/reportplace.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "app/common/packsearch.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace zsb {

using namespace Qt::StringLiterals;

std::optional<int> jobsOf(const CommandLine &line, QTextStream &err)
{
    bool isNumber = true;
    const int jobs = line.has(u"jobs"_s) ? line.value(u"jobs"_s).toInt(&isNumber) : QThread::idealThreadCount();
    if (isNumber && jobs > 0)
        return jobs;
    err << u"--jobs 应为 1 以上的整数 / --jobs is a whole number from 1: "_s << line.value(u"jobs"_s) << u'\n';
    return std::nullopt;
}

std::optional<PictureTerms> termsOf(const CommandLine &line, QTextStream &err)
{
    const std::optional<Language> language = languageOf(line, err);
    if (!language)
        return std::nullopt;
    PictureTerms terms;
    terms.language = *language;
    terms.times = line.has(u"timings"_s) ? ReportTimes::Told : ReportTimes::Left;
    terms.showsPictures = showsPictures(line);
    return terms;
}

Result<std::shared_ptr<const RuleBook>> pictureBook(const CommandLine &line)
{
    return openRuleBook(line.value(u"pack"_s, QString::fromStdString(defaultPack())).toStdString());
}

int unwritable(QTextStream &err, const QString &what)
{
    err << u"结果无法写入 / the output cannot be written: %1\n"_s.arg(what);
    return ExitUnreadable;
}

bool showsPictures(const CommandLine &line)
{
    return isPageName(line.value(u"report"_s)) && !line.has(u"no-thumbnails"_s);
}

bool isAnyFileMeant(const QStringList &words, const QStringList &files, QTextStream &err)
{
    for (const QString &word : words) {
        const QString below = word.endsWith(u'/') ? word : word + u'/';
        const bool isEmpty = std::ranges::none_of(files, [&](const QString &file) { return file.startsWith(below); });
        if (QFileInfo(word).isDir() && isEmpty)
            err << u"文件夹里没有图片 / no picture is in this folder: "_s << word << u'\n';
    }
    if (files.isEmpty())
        err << u"没有可检查的图片 / there is no picture to judge\n"_s;
    return !files.isEmpty();
}

int exitCodeOf(const PictureTally &tally, QTextStream &err)
{
    if (tally.files < tally.asked) {
        err << u"已中断：共 %1 个文件，检查了 %2 个，其余没有检查 / interrupted: %2 of %3 looked at, the rest was not\n"_s
                   .arg(tally.asked)
                   .arg(tally.files)
                   .arg(countedText(tally.asked, "file"));
        return ExitInterrupted;
    }
    if (tally.unread > 0 && tally.unread == tally.files) {
        err << u"没有一个文件能够读取 / no file could be read\n"_s;
        return ExitUnreadable;
    }
    return tally.failed > 0 ? ExitFindings : ExitClean;
}

bool areFoldersUsable(const CommandLine &line, const QStringList &options, QTextStream &err)
{
    for (const QString &option : options) {
        if (!line.has(option))
            continue;
        const QString place = QDir::cleanPath(QFileInfo(line.value(option)).absoluteFilePath()) + u'/';
        const bool isAmongThem = std::ranges::any_of(line.positional(), [&place](const QString &asked) {
            const QFileInfo folder(asked);
            return folder.isDir() && place.startsWith(QDir::cleanPath(folder.absoluteFilePath()) + u'/');
        });
        if (isAmongThem) {
            err << u"--%1 的文件夹在要检查的文件夹里，下次会被当作图片检查；请换一个 / the folder of --%1 lies in one "
                   u"that is "
                   u"checked, so its pictures would be checked the next time: name another\n"_s.arg(option);
            return false;
        }
    }
    return true;
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
    if (line.has(u"report"_s) && isTakenByNoFile(report)) {
        err << u"报告只能写成普通文件 / a report can only be a regular file: "_s << report << u'\n';
        return false;
    }
    if (line.has(u"report"_s) && overwritesAny(report, files)) {
        err << u"报告会覆盖要检查的文件 / the report would overwrite a file to be checked: "_s << report << u'\n';
        return false;
    }
    return true;
}

PictureOutput::PictureOutput(const CommandLine &line, PictureTerms terms) : m_isNamed(line.has(u"report"_s))
{
    const QString name = line.value(u"report"_s);
    m_report = pictureReport(name, std::move(terms));
    if (m_report->beginsWithSums()) {
        m_file = std::make_unique<QSaveFile>(name);
        m_waiting = std::make_unique<QTemporaryFile>(name + u".XXXXXX"_s);
    } else {
        m_file = std::make_unique<QFile>(name);
    }
}

bool PictureOutput::open()
{
    if (!m_isNamed)
        return static_cast<QFile &>(*m_file).open(stdout, QIODevice::WriteOnly);
    if (!m_file->open(QIODevice::WriteOnly))
        return false;
    return m_waiting ? m_waiting->open() : write(*m_file, m_report->head({}));
}

bool PictureOutput::picture(const JudgedPicture &judged)
{
    return write(m_waiting ? *m_waiting : *m_file, m_report->picture(judged));
}

bool PictureOutput::end(const PictureTally &tally)
{
    if (!m_waiting)
        return write(*m_file, m_report->end(tally)) && m_file->flush();
    return write(*m_file, m_report->head(tally)) && copyWaiting() && write(*m_file, m_report->end(tally)) &&
           static_cast<QSaveFile &>(*m_file).commit();
}

QString PictureOutput::trouble(const QString &otherwise) const
{
    if (m_file->error() == QFileDevice::NoError)
        return otherwise;
    return (m_isNamed ? m_file->fileName() : u"stdout"_s) + u": "_s + m_file->errorString();
}

bool PictureOutput::write(QFileDevice &device, const std::string &text)
{
    const auto size = qint64(text.size());
    m_isWritten = m_isWritten && device.write(text.data(), size) == size;
    return m_isWritten;
}

bool PictureOutput::copyWaiting()
{
    constexpr qint64 piece = 1 << 16;
    if (!m_waiting->seek(0))
        return false;
    while (!m_waiting->atEnd()) {
        const QByteArray bytes = m_waiting->read(piece);
        if (bytes.isEmpty() || m_file->write(bytes) != bytes.size())
            return false;
    }
    return true;
}

} // namespace zsb
