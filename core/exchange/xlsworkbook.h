#pragma once

#include "core/exchange/cellvalue.h"
#include "core/exchange/tablereader.h"
#include "core/exchange/xlsrecords.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A cell of an .xls as stored. Rows and columns are 0-based.
struct XlsCell
{
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    CellKind kind = CellKind::Empty;
    bool awaitsText = false; ///< a formula whose text should follow and has not; only with kind Empty
    double number = 0;       ///< of kinds Number and Date
    std::string_view text;   ///< of the other kinds; valid while it is shown
};

/// Where the cells of a sheet stand in the stream: eight bytes a record, whatever it holds.
struct XlsSheet
{
    /// The row above, the byte of the record below its 32 bits: rising, so by row and then in the order of the file.
    std::vector<std::uint64_t> records;
    std::vector<CellRange> mergedRanges;
    std::vector<std::uint32_t> hiddenRows; ///< rising

    [[nodiscard]] static std::uint32_t rowOf(std::uint64_t record) { return std::uint32_t(record >> 32U); }
};

/// The shared texts of cells before: columns repeat theirs, and one text of 65,535 characters may stand in every cell.
/// Many short ones and a few others, so that they are small beside the stream. One thread.
class XlsTextCache
{
public:
    /// The text of that number, made by `make(index)` unless it is here. Valid until the next call.
    template<typename Make>
    [[nodiscard]] std::string_view text(std::uint32_t index, Make make)
    {
        for (const std::vector<Kept> *kept : {&m_short, &m_long})
            if (const Kept &one = (*kept)[index % kept->size()]; one.index == index)
                return one.text;
        std::string made = make(index);
        std::vector<Kept> &kept = made.size() <= shortText ? m_short : m_long;
        Kept &one = kept[index % kept.size()];
        one = {index, std::move(made)};
        return one.text;
    }

private:
    struct Kept
    {
        std::optional<std::uint32_t> index;
        std::string text;
    };

    static constexpr std::size_t shortText = 256; ///< bytes

    std::vector<Kept> m_short = std::vector<Kept>(4096);
    std::vector<Kept> m_long = std::vector<Kept>(32);
};

/// The workbook stream of an .xls, Excel 5 to 2003. Immutable once open; errors of its content end a sheet early.
///
/// The stream is held as it is and read again for each cell: what a file could make grow — cells, shared texts — takes
/// less than the bytes it has in the stream, so that memory is bounded by twice the limit of the stream and a half.
class XlsWorkbook
{
public:
    /// Errors: Invalid (no workbook), Refused (locked with a password).
    [[nodiscard]] static Result<std::unique_ptr<XlsWorkbook>> open(std::string stream);

    [[nodiscard]] std::vector<std::string> sheetNames() const;
    [[nodiscard]] DateSystem dates() const { return m_dates; }
    /// Errors: Refused (more cells than the limit), Invalid (the sheet has no end).
    [[nodiscard]] Result<XlsSheet> readSheet(std::size_t index, const ReadLimits &limits) const;
    /// Shows the cells of one record of a sheet.
    void showCells(std::uint64_t record, XlsTextCache &texts, const std::function<void(const XlsCell &)> &show) const;

private:
    struct SheetEntry
    {
        std::string name;
        std::uint32_t offset = 0;
    };

    [[nodiscard]] Done readGlobals();
    void takeSheetEntry(std::string_view content);
    void takeFormat(std::string_view content);
    void takeSharedTexts(std::vector<std::string_view> pieces);
    [[nodiscard]] XlsRecords recordsOf(std::size_t index) const;
    [[nodiscard]] Result<std::size_t> countRecords(std::size_t index, const ReadLimits &limits) const;
    void showNumbers(const XlsRecords &records, const std::function<void(const XlsCell &)> &show) const;
    void showFormula(XlsRecords &records, const std::function<void(const XlsCell &)> &show) const;
    [[nodiscard]] XlsCell numberCell(std::string_view content, double number) const;
    [[nodiscard]] CellKind numberKind(unsigned style) const;
    [[nodiscard]] std::string sharedText(std::uint32_t index) const;
    [[nodiscard]] std::string textOf(std::string_view content, std::size_t at, std::size_t lengthBytes) const;

    std::string m_stream;
    XlsEncoding m_encoding;
    DateSystem m_dates = DateSystem::From1900;
    std::map<unsigned, bool> m_dateFormats;
    std::vector<std::uint16_t> m_styles; ///< number format of each
    std::vector<SheetEntry> m_sheets;
    std::vector<std::string_view> m_textPieces; ///< the records of the shared texts, in the order of the stream
    std::vector<std::uint32_t> m_texts;         ///< byte of the stream each begins at
};

} // namespace zsb
