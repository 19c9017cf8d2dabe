#pragma once

#include "app/check/importpictures.h"
#include "app/common/tableimport.h"

#include <QString>
#include <QTextStream>

#include <string>

namespace zsb {

/// What an import tells of rows, cells and pictures while it runs, and of the whole at its end: the same words
/// whichever program takes a table in, and counts in = counts out. Must outlive the import.
class ImportReport
{
public:
    /// Tells of rows to `err`.
    ImportReport(QTextStream &err, QString input) : m_err(err), m_input(std::move(input)) {}
    ImportReport(const ImportReport &) = delete;
    ImportReport &operator=(const ImportReport &) = delete;
    ~ImportReport() = default;

    void listenTo(TableImport &table);
    [[nodiscard]] NamedPictures &pictures() { return m_pictures; }

    /// What was taken in, and the exit code.
    [[nodiscard]] int end(QTextStream &out, const ImportCounts &counts);
    /// What is wrong with a table as a whole is said as a check says it; else why nothing was taken in. The exit code.
    [[nodiscard]] int failed(const Error &error);

private:
    void tellRow(std::int64_t row, const ImportedRow &imported);
    void tellCell(std::int64_t row, const Finding &finding);

    QTextStream &m_err;
    QString m_input;
    std::string m_filesFolder;
    NamedPictures m_pictures;
    TableRows m_rows;
    int m_troubles = 0;
    int m_tableErrors = 0;
};

} // namespace zsb
