#pragma once

#include "core/exchange/sheetrow.h"
#include "core/exchange/tablereader.h"
#include "core/exchange/xlsxworkbook.h"
#include "core/exchange/xmlscanner.h"

namespace zsb {

/// One sheet of an .xlsx, row by row: only the shared texts are held in memory.
///
/// Formulas give their cached value. Merged cells have their text in the first cell only; which ranges are merged
/// is known after the last row. Hidden rows and columns are read like others.
class XlsxReader final : public TableReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TableReader>> open(const std::string &path, const ReadOptions &options);

    [[nodiscard]] Result<bool> next(Row &row) override;
    [[nodiscard]] Done rewind() override;
    [[nodiscard]] Done select(std::size_t sheet) override;

private:
    struct CellHead
    {
        std::size_t column = 0;
        std::size_t style = 0;
        std::string_view type;
        bool hasFormula = false;
    };

    void describeWorkbook();
    [[nodiscard]] Done enterRows();
    [[nodiscard]] Result<bool> readRow();
    [[nodiscard]] Done beginRow();
    [[nodiscard]] Done readCells();
    [[nodiscard]] Result<bool> takePlainCell(std::size_t &following);
    [[nodiscard]] Result<CellHead> cellAt(std::optional<std::string_view> reference, std::size_t &following);
    [[nodiscard]] Done readCell(CellHead &head);
    void takeCell(const CellHead &head);
    void takeNumber(const CellHead &head);
    void takeSharedText(const CellHead &head);
    [[nodiscard]] Done readMergedRanges();
    void takeMergedRange(std::string_view reference);

    ReadOptions m_options;
    std::unique_ptr<ZipArchive> m_archive;
    XlsxWorkbook m_workbook;
    std::vector<bool> m_dateStyles;
    SharedTexts m_texts;
    std::size_t m_sheet = 0;
    std::unique_ptr<XmlScanner> m_xml; ///< none after the last row
    SheetRow m_row;
    std::string m_value;
    std::string m_shown;
    std::string m_type;
    std::int64_t m_number = 0;
    std::int64_t m_cells = 0;
    std::size_t m_columns = 0;
    std::string m_misplaced; ///< the number the row says, when it cannot be there
    bool m_hidden = false;
};

} // namespace zsb
