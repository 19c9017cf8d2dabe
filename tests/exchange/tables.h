#pragma once

#include "core/exchange/tablereader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <string_view>
#include <vector>

namespace zsb::test {

/// A file of the test's own in a folder that goes away with it.
class TemporaryTable
{
public:
    explicit TemporaryTable(std::string_view bytes, const char *name = "table.csv")
        : m_path(m_folder.path().toStdString() + '/' + name)
    {
        QFile file(QString::fromStdString(m_path));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
            qFatal("cannot write the fixture");
    }
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    std::string m_path;
};

struct ReadRow
{
    std::int64_t number = 0;
    std::int64_t line = 0;
    std::vector<std::string> cells;
    std::vector<CellKind> kinds;
    std::vector<RowProblem> problems;
};

/// Every row that is left, as values.
inline std::vector<ReadRow> readAll(TableReader &reader)
{
    std::vector<ReadRow> rows;
    for (Row row;;) {
        const auto more = reader.next(row);
        if (!more)
            qFatal("reading failed: %s", more.error().detail.c_str());
        if (!*more)
            return rows;
        ReadRow &copy = rows.emplace_back();
        copy.number = row.number;
        copy.line = row.line;
        for (const Cell &cell : row.cells) {
            copy.cells.emplace_back(cell.text);
            copy.kinds.push_back(cell.kind);
        }
        copy.problems.assign(row.problems.begin(), row.problems.end());
    }
}

inline std::unique_ptr<TableReader> mustOpen(const std::string &path, const ReadOptions &options = {})
{
    auto reader = openTable(path, options);
    if (!reader)
        qFatal("opening failed: %s", reader.error().detail.c_str());
    return std::move(*reader);
}

inline std::vector<ReadRow> readBytes(std::string_view bytes, const ReadOptions &options = {})
{
    const TemporaryTable table(bytes);
    return readAll(*mustOpen(table.path(), options));
}

using Cells = std::vector<std::string>;
using Problems = std::vector<RowProblem>;

} // namespace zsb::test
