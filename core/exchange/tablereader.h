#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb {

enum class TableFormat
{
    Csv,
    Xlsx,
    Xls,
};

/// How the bytes of a text table are read. A byte-order mark is taken off and never part of the first cell.
enum class TextEncoding
{
    Utf8,
    Gb18030, ///< GBK and GB 2312 are subsets
    Utf16LittleEndian,
    Utf16BigEndian,
};

/// As ReadOptions::encoding names it.
[[nodiscard]] const char *encodingName(TextEncoding encoding);

/// What a cell is in its file. Text tables know only Empty and Text.
enum class CellKind : std::uint8_t
{
    Empty,
    Text,
    Number, ///< shortest decimal text of what is stored; an ID number here has lost digits beyond the 15th
    Date,   ///< YYYY-MM-DD, YYYY-MM-DD HH:MM:SS or HH:MM:SS
    Bool,   ///< 1 or 0
    Error,  ///< #N/A and its like, as the file spells it
};

/// One cell of a row; the text lives as long as its Row.
struct Cell
{
    std::string_view text; ///< valid UTF-8, not trimmed
    CellKind kind = CellKind::Empty;
};

/// What is wrong with how a row is written, as opposed to what it says. The pack and the ui hold the sentences.
enum class ProblemCode : std::uint8_t
{
    MissingCells,        ///< evidence: cells/columns
    ExtraCells,          ///< evidence: cells/columns; the cells stay at the end of the row
    UnterminatedQuote,   ///< the quote is taken as a letter and the row ends at its line end
    StrayQuote,          ///< letters after a closing quote; the cell is taken as it is written
    NulByte,             ///< evidence: how many
    BadEncoding,         ///< evidence: how many places; shown as U+FFFD
    ScientificNumber,    ///< evidence: the text; digits are lost
    RoundedNumber,       ///< evidence: the number; more digits than a spreadsheet number keeps
    LooksRounded,        ///< evidence: a text of eighteen digits or more with nothing but zeros after the fifteenth
    ErrorCell,           ///< evidence: the error
    FormulaWithoutValue, ///< no cached value: open and save the file in its program
    CellTooLong,         ///< evidence: bytes kept/bytes there; the rest is cut
    UnknownCell,         ///< evidence: its type or place; a sheet's cell of no known kind, or without a place
    RepeatedCell,        ///< evidence: the place; two cells say they are there, and the later one counts
    MisplacedRow,        ///< evidence: the number it says; the row counts as the one after the row before
    HiddenRow,           ///< the program that made the file does not show it; it is a row like others
    MergedCells,         ///< evidence: the range; only its first cell holds the text
    RepeatedHeader,      ///< the row says what the header says, as on each printed page
    TotalsRow,           ///< sums under a list, no candidate
    FooterRow,           ///< who made a list and when, or numbers without a word: no candidate
    UnnamedColumn,       ///< of the header; there is content below it and no word in it
    RepeatedColumn,      ///< of the header; evidence: the number of the earlier column that is the same field
    ColumnsDiffer,       ///< two columns of one field say different things; evidence: the number of the earlier one
    UnknownColumn,       ///< of the header; evidence: its text
    OtherSheets,         ///< of the header; evidence: the sheets that are not read
    SameSheets,          ///< of the header; evidence: the sheets with the same header, which are not read either
    UnseenSheets,        ///< of the header; evidence: the sheets beyond those whose header was looked for
    NoSheets,            ///< of the header; evidence: the sheet that was asked for of a table without sheets
    NoCandidates,        ///< of the header; nothing below it
    RowsLost,            ///< of the table; evidence: rows counted/rows read, and they are not the same
    BrokenOff,           ///< evidence: id of the TableFault that ended the reading after this row
};

/// One thing that is wrong with how a row is written; core/batch/inputmessages.h has the words for people.
struct RowProblem
{
    std::int64_t row = 0; ///< as Row::number
    int column = 0;       ///< 1-based; 0 when it is the whole row
    ProblemCode code = ProblemCode::MissingCells;
    std::string evidence;

    bool operator==(const RowProblem &) const = default;
};

/// One row, valid until the next call of the reader.
struct Row
{
    /// The row a spreadsheet program shows: the header is usually 1, blank rows count. In a text table the number of
    /// the record, so a line end inside quotes does not count.
    std::int64_t number = 0;
    /// Text tables: the line of the file the record starts in, counting every line end. Otherwise as `number`.
    std::int64_t line = 0;
    /// Never fewer than the columns of the header, once the header is read.
    std::span<const Cell> cells;
    std::span<const RowProblem> problems;
};

/// A rectangle of cells, both ends included; rows as Row::number, columns 1-based.
struct CellRange
{
    std::int64_t firstRow = 0;
    std::int64_t lastRow = 0;
    int firstColumn = 0;
    int lastColumn = 0;

    bool operator==(const CellRange &) const = default;
};

/// `A1:B2`, as spreadsheet programs write it.
[[nodiscard]] std::string rangeName(const CellRange &range);

/// Guards against files made to exhaust the machine.
struct ReadLimits
{
    std::int64_t maxInflatedBytes = std::int64_t(8) << 30;
    std::int64_t maxInflation = 300; ///< times its packed size, for parts that inflate beyond freelyInflatedBytes
    std::int64_t freelyInflatedBytes = std::int64_t(32) << 20;
    std::int64_t maxSharedTextBytes = std::int64_t(512) << 20;
    std::int64_t maxCells = 400'000'000;
    std::int64_t maxXlsBytes = std::int64_t(256) << 20;      ///< of the file: pictures and macros are not read
    std::int64_t maxXlsStreamBytes = std::int64_t(64) << 20; ///< of the workbook in it, which is
    std::size_t maxCellBytes = std::size_t(256) << 10;
    std::size_t maxRecordBytes = std::size_t(16) << 20;
    int maxEntries = 10'000;
};

/// How a table is to be read. What does not concern its format is passed over: a text table has no sheets, a workbook
/// neither encoding nor separator.
struct ReadOptions
{
    std::string encoding;       ///< "" detects; otherwise UTF-8, GB18030, GBK, GB2312, UTF-16LE, UTF-16BE
    char separator = 0;         ///< 0 detects, see separator.h
    std::string sheet;          ///< name as in the workbook, case and blanks count; "" takes sheetIndex
    int sheetIndex = 0;         ///< 0-based
    std::int64_t headerRow = 1; ///< fixes the number of columns; 0 = no header, rows are as wide as they are
    ReadLimits limits;
};

/// What a reader knows of its table; grows while it is read.
struct TableInfo
{
    TableFormat format = TableFormat::Csv;
    TextEncoding encoding = TextEncoding::Utf8;
    bool byteOrderMark = false;
    char separator = ',';                ///< text tables; wideCommaStandIn for a full-width comma
    std::vector<std::string> sheets;     ///< in the order of the workbook; empty for text tables
    std::string sheet;                   ///< the one being read
    std::vector<CellRange> mergedRanges; ///< complete after the last row; workbooks only
    bool datesFrom1904 = false;          ///< what day number 0 is; workbooks only
    /// Rows without any text before the last row returned. They are counted where they are met, never returned.
    std::int64_t blankRows = 0;
    std::int64_t blankRowsBehind = 0; ///< those met since; they become blankRows when another row is returned
};

class SeekableReader;

/// A table read row by row in constant memory, whatever its format. One thread at a time.
///
/// next() is false after the last row. Errors end the reading: Unreadable (device), Invalid (not what its first
/// bytes promise), Refused (limits, encryption). What is wrong with a single row comes with the row.
class TableReader
{
public:
    TableReader() = default;
    TableReader(const TableReader &) = delete;
    TableReader &operator=(const TableReader &) = delete;
    virtual ~TableReader();

    [[nodiscard]] virtual Result<bool> next(Row &row) = 0;
    /// Back to before the first row, for another pass.
    [[nodiscard]] virtual Done rewind() = 0;
    /// Another sheet of the same workbook, by its place in TableInfo::sheets, and before its first row. Errors: those
    /// of openTable(); another sheet may be selected after one.
    [[nodiscard]] virtual Done select(std::size_t sheet);
    /// ReadOptions::headerRow from the next rewind() on, and how many columns the header has: the last row of one in
    /// two rows may be shorter.
    void setHeader(std::int64_t row, std::size_t columns)
    {
        m_headerRow = row;
        m_headerColumns = columns;
    }
    /// The same reader when its table can be read from any row on; else null.
    [[nodiscard]] virtual SeekableReader *seekable() { return nullptr; }

    [[nodiscard]] const TableInfo &info() const { return m_info; }

protected:
    /// The place of the sheet that is asked for, once TableInfo::sheets is known. Errors: NoSuchSheet.
    [[nodiscard]] Result<std::size_t> sheetAskedFor(const ReadOptions &options) const;
    /// At the first row of a pass, and of what is sought.
    void forgetBlankRows() { m_info.blankRows = m_info.blankRowsBehind = 0; }
    void meetBlankRows(std::int64_t rows) { m_info.blankRowsBehind += rows; }
    /// A row with text follows those that were met.
    void settleBlankRows() { m_info.blankRows += std::exchange(m_info.blankRowsBehind, 0); }

    TableInfo m_info;
    std::int64_t m_headerRow = 1;
    std::size_t m_headerColumns = 0; ///< at least
};

/// Where a row begins in its file.
struct TablePlace
{
    std::int64_t offset = 0; ///< in bytes
    std::int64_t number = 0; ///< rows before it, blank ones included
    std::int64_t line = 1;   ///< of the file

    bool operator==(const TablePlace &) const = default;
};

/// A reader that can start at any row, so that several of them share the work on one table.
class SeekableReader : public TableReader
{
public:
    /// Where the next row begins.
    [[nodiscard]] virtual TablePlace place() const = 0;
    /// From here on the rows that begin at or after `from` and before the byte `to`, `columns` cells each; then next()
    /// is false and place() says where reading arrived. `from` must be below the header.
    [[nodiscard]] virtual Done seek(const TablePlace &from, std::int64_t to, std::size_t columns) = 0;
    /// Another reader of the same table, for another thread.
    [[nodiscard]] virtual Result<std::unique_ptr<SeekableReader>> fork() const = 0;
    /// A byte at or after `offset` where a row probably begins: whether one does is known when the reading of what is
    /// before it arrives just there. Nothing when the file ends before. Spoils the reader's place.
    [[nodiscard]] virtual Result<std::optional<std::int64_t>> likelyRow(std::int64_t offset) = 0;
};

/// Opens a table; its content decides the format, never its name. `path` is UTF-8.
/// Errors: NotFound, Unreadable, Invalid (no table, no such sheet or encoding), Refused (limits, encrypted).
[[nodiscard]] Result<std::unique_ptr<TableReader>> openTable(const std::string &path, const ReadOptions &options = {});

/// SHA-256 of the file in lower-case hex.
[[nodiscard]] Result<std::string> fileSha256(const std::string &path);

} // namespace zsb
