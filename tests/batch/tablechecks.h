#pragma once

#include "core/batch/batch.h"
#include "tests/support/testpack.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace zsb::test {

/// A folder with tables and the report of the last check of one of them.
class TableChecks
{
public:
    [[nodiscard]] const RuleBook &book() const { return *m_book; }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    /// The path of a file with that content; empty when it cannot be written.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] static BatchOptions optionsFor(const QString &input)
    {
        BatchOptions options;
        options.input = input.toStdString();
        options.asOf = *parseInstant("2023-02-20T09:00:00+08:00");
        return options;
    }
    /// Lines of a JSONL report over the input; nothing when it fails or its rows do not add up.
    [[nodiscard]] QList<QJsonObject> check(const BatchOptions &options, const std::stop_token &stop = {}) const
    {
        std::vector<std::unique_ptr<Report>> reports;
        reports.push_back(std::move(*openReport(path(QStringLiteral("report.jsonl")).toStdString())));
        const Result<BatchTotals> totals = checkTable(book(), options, reports, stop);
        return totals && totals->addsUp() ? lines() : QList<QJsonObject>();
    }
    [[nodiscard]] QList<QJsonObject> check(const QByteArray &table) const
    {
        return check(optionsFor(write(QStringLiteral("table.csv"), table)));
    }
    [[nodiscard]] QList<QJsonObject> lines() const
    {
        QList<QJsonObject> lines;
        for (const QByteArray &line : bytesOf(QStringLiteral("report.jsonl")).split('\n'))
            if (!line.isEmpty())
                lines.append(QJsonDocument::fromJson(line).object());
        return lines;
    }
    /// The ids of the rules that found something, in the order of the report.
    [[nodiscard]] static QStringList rulesOf(const QList<QJsonObject> &lines)
    {
        QStringList rules;
        for (const QJsonObject &line : lines)
            if (line.contains(QStringLiteral("rule")))
                rules.append(line[QStringLiteral("rule")].toString());
        return rules;
    }
    [[nodiscard]] static QJsonObject totalsOf(const QList<QJsonObject> &lines)
    {
        return lines.isEmpty() ? QJsonObject() : lines.last()[QStringLiteral("totals")].toObject();
    }
    /// A season of so many rows: every third phone is bad, every hundredth is somebody else's; some cells have lines.
    [[nodiscard]] QString writeSeason(const QString &name, int rows) const
    {
        QByteArray csv = "application_no,name,phone,class_name\n";
        for (int i = 0; i < rows; ++i) {
            const QByteArray phone =
                QByteArray::number(13800000000LL + (i % 100 == 0 ? 1 : i)).left(i % 3 == 0 ? 10 : 11);
            csv +=
                "N" + QByteArray::number(i) + ",\"张三\"," + phone + ",\"一\n二\n" + QByteArray(i % 70, 'x') + "\"\n";
            csv += i % 50 == 0 ? "\n" : "";
        }
        return write(name, csv);
    }

private:
    QTemporaryDir m_dir;
    std::shared_ptr<const RuleBook> m_book = *RuleBook::bind(sharedNm2023());
};

} // namespace zsb::test
