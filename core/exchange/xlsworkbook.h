#pragma once

#include "core/exchange/cellvalue.h"
#include "core/exchange/tablereader.h"
#include "core/exchange/xlsrecords.h"

#include <deque>
#include <map>
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
    std::string_view text;   ///< of the other kinds; valid as long as the workbook and the sheet
};

struct XlsSheet
{
    std::vector<XlsCell> cells;    ///< by row, then by column
    std::deque<std::string> texts; ///< those the cells do not share
    std::vector<CellRange> mergedRanges;
    std::vector<std::uint32_t> hiddenRows; ///< rising
};

/// The workbook stream of an .xls, Excel 5 to 2003. Immutable once open; errors of its content end a sheet early.
class XlsWorkbook
{
public:
    /// Errors: Invalid (no workbook), Refused (locked with a password).
    [[nodiscard]] static Result<std::unique_ptr<XlsWorkbook>> open(std::string stream);

    [[nodiscard]] std::vector<std::string> sheetNames() const;
    [[nodiscard]] DateSystem dates() const { return m_dates; }
    /// Errors: Refused (more cells than the limit).
    [[nodiscard]] Result<XlsSheet> readSheet(std::size_t index, const ReadLimits &limits) const;

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
    void takeRecord(XlsRecords &records, XlsSheet &sheet) const;
    void takeFormula(std::string_view content, XlsSheet &sheet) const;
    void takeNumbers(std::string_view content, XlsSheet &sheet) const;
    [[nodiscard]] XlsCell numberCell(std::string_view content, double number) const;
    [[nodiscard]] CellKind numberKind(unsigned style) const;
    [[nodiscard]] std::string textOf(std::string_view content, std::size_t at, std::size_t lengthBytes) const;

    std::string m_stream;
    XlsEncoding m_encoding;
    DateSystem m_dates = DateSystem::From1900;
    std::map<unsigned, bool> m_dateFormats;
    std::vector<unsigned> m_styles; ///< number format of each
    std::vector<SheetEntry> m_sheets;
    std::vector<std::string> m_texts;
};

} // namespace zsb
