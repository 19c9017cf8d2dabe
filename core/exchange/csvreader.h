#pragma once

#include "core/exchange/tablereader.h"
#include "core/exchange/textsource.h"

#include <array>
#include <deque>

namespace zsb {

/// A text table: RFC 4180 with any mix of line ends, and lenient where real files are wrong.
///
/// Cells are views into one buffer that slides over the file; nothing is allocated per cell. A cell written
/// ="123", as programs do to keep spreadsheets from rounding, reads 123.
class CsvReader final : public TableReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TableReader>> open(const std::string &path, const ReadOptions &options);

    [[nodiscard]] Result<bool> next(Row &row) override;
    [[nodiscard]] Done rewind() override;

private:
    enum class Step
    {
        Complete,
        NeedMore,
    };

    [[nodiscard]] Done fill();
    [[nodiscard]] Done sniffSeparator();
    void setSeparator(char separator);
    [[nodiscard]] Result<bool> readRecord();
    [[nodiscard]] Step parseRecord(const char *p);
    [[nodiscard]] Step parseCell(const char *&p);
    [[nodiscard]] Step parseQuoted(const char *&p);
    [[nodiscard]] Step parsePlain(const char *&p);
    [[nodiscard]] bool finishLine(const char *p);
    [[nodiscard]] bool isBlank() const;
    void addProblem(std::size_t column, ProblemCode code, std::string evidence = {});
    void finishCells();
    void cleanCell(std::size_t column);
    void fitToHeader();

    std::string m_path;
    ReadOptions m_options;
    TextSurvey m_survey;
    std::unique_ptr<ByteSource> m_source;
    std::vector<char> m_buffer;
    const char *m_begin = nullptr; ///< of the bytes not yet read as records
    const char *m_end = nullptr;
    bool m_atEnd = false; ///< of the file: nothing follows m_end
    std::array<bool, 256> m_special = {};
    std::vector<Cell> m_cells;
    std::vector<std::size_t> m_escaped; ///< cells with doubled quotes, undone in place when the record is whole
    std::vector<RowProblem> m_problems;
    std::deque<std::string> m_repaired; ///< cells whose encoding was broken
    std::int64_t m_number = 0;
    std::int64_t m_line = 1;
    std::int64_t m_nextLine = 1;
    std::size_t m_columns = 0; ///< of the header; 0 while it is not read
};

} // namespace zsb
