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
class CsvReader final : public SeekableReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TableReader>> open(const std::string &path, const ReadOptions &options);

    [[nodiscard]] Result<bool> next(Row &row) override;
    [[nodiscard]] Done rewind() override;
    /// Decoded text has no places in its file.
    [[nodiscard]] SeekableReader *seekable() override;
    [[nodiscard]] TablePlace place() const override;
    [[nodiscard]] Done seek(const TablePlace &from, std::int64_t to, std::size_t columns) override;
    [[nodiscard]] Result<std::unique_ptr<SeekableReader>> fork() const override;
    [[nodiscard]] Result<std::optional<std::int64_t>> likelyRow(std::int64_t offset) override;

private:
    enum class Step
    {
        Complete,
        NeedMore,
        TooManyCells,
    };

    [[nodiscard]] Done fill();
    [[nodiscard]] std::size_t roomToFill(std::size_t left) const;
    void startAt(const TablePlace &place);
    [[nodiscard]] std::int64_t offset() const { return m_readTo - (m_end - m_begin); }
    [[nodiscard]] Done sniffSeparator();
    void setSeparator(char separator);
    [[nodiscard]] Result<bool> readRecord();
    [[nodiscard]] Step parseRecord(const char *p);
    [[nodiscard]] Step parseCell(const char *&p);
    [[nodiscard]] Step parseQuoted(const char *&p);
    [[nodiscard]] Step parsePlain(const char *&p);
    [[nodiscard]] bool lookAt(const char *p);
    [[nodiscard]] const char *takePlainCells(const char *start);
    [[nodiscard]] const char *findSpecial(const char *p);
    [[nodiscard]] bool finishLine(const char *p);
    [[nodiscard]] bool isBlank() const;
    void addProblem(std::size_t column, ProblemCode code, std::string evidence = {});
    void finishCells();
    void cleanCell(std::size_t column);
    void readWithCare(std::size_t column);
    void cutCell(std::size_t column);
    void fitToHeader();

    std::string m_path;
    ReadOptions m_options;
    TextSurvey m_survey;
    std::unique_ptr<ByteSource> m_source;
    std::vector<char> m_buffer;
    const char *m_begin = nullptr; ///< of the bytes not yet read as records
    const char *m_end = nullptr;
    bool m_atEnd = false;      ///< of the file: nothing follows m_end
    std::int64_t m_readTo = 0; ///< the byte of the file m_end stands for
    std::int64_t m_stop = 0;   ///< rows that begin there or later are left alone; 0: read to the end
    std::array<bool, 256> m_special = {};
    const char *m_block = nullptr; ///< of the buffer's bytes, those looked at last
    std::uint64_t m_found = 0;     ///< a bit for each special byte among them
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
