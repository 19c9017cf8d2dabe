#pragma once

#include "core/batch/report.h"

#include <QString>

namespace zsb {

/// A report that remembers that it could not be written, so that whoever reads the error hears which file it was and
/// not the name of the table.
class NamedReport final : public Report
{
public:
    NamedReport(QString path, std::unique_ptr<Report> report) : m_path(std::move(path)), m_report(std::move(report)) {}

    [[nodiscard]] Done begin(const BatchSummary &summary) override { return noted(m_report->begin(summary)); }
    [[nodiscard]] ReportNeeds needs() const override { return m_report->needs(); }
    [[nodiscard]] Done addRow(const ReportRow &row) override { return noted(m_report->addRow(row)); }
    [[nodiscard]] Done add(const ReportLine &line) override { return noted(m_report->add(line)); }
    [[nodiscard]] Done end(const BatchTotals &totals) override { return noted(m_report->end(totals)); }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    Done noted(Done done)
    {
        m_hasFailed = m_hasFailed || !done;
        return done;
    }

    QString m_path;
    std::unique_ptr<Report> m_report;
    bool m_hasFailed = false;
};

} // namespace zsb
