#pragma once

#include "core/batch/personalmask.h"
#include "core/batch/report.h"

#include <QString>
#include <QTextStream>

#include <optional>

namespace zsb {

/// Tells a terminal what is wrong with how the input is written, file and row first: the first fifty, then how many
/// more. That no picture was found is told with the folder, by explainNoPictures(). What the rules find, and what was
/// merely read otherwise, stands in the reports.
class InputNotes final : public Report
{
public:
    InputNotes(QTextStream &err, QString fileName);

    [[nodiscard]] Done begin(const BatchSummary &summary) override;
    [[nodiscard]] Done add(const ReportLine &line) override;
    [[nodiscard]] Done end(const BatchTotals &totals) override;

private:
    QTextStream &m_err;
    QString m_fileName;
    ColumnMap m_columns;
    std::optional<PersonalMask> m_mask; ///< from begin() on
    std::int64_t m_notes = 0;
};

} // namespace zsb
