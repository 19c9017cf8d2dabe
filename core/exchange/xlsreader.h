#pragma once

#include "core/exchange/sheetrow.h"
#include "core/exchange/tablereader.h"
#include "core/exchange/xlsworkbook.h"

namespace zsb {

/// One sheet of an old binary .xls. The stream of the workbook is held in memory, see ReadLimits::maxXlsStreamBytes;
/// the format limits a sheet to 65,536 rows.
///
/// Formulas give their cached value. Merged cells have their text in the first cell only. Read by our own walk over the
/// records: libfreexl loses every formula, reads an error as the number 1, and crashes on damaged files.
class XlsReader final : public TableReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TableReader>> open(const std::string &path, const ReadOptions &options);

    [[nodiscard]] Result<bool> next(Row &row) override;
    [[nodiscard]] Done rewind() override;
    [[nodiscard]] Done select(std::size_t sheet) override;

private:
    [[nodiscard]] Done openWorkbook(const std::string &path);
    void describeWorkbook();
    void takeCell(const XlsCell &cell);
    void takeNumber(const XlsCell &cell);

    ReadOptions m_options;
    std::unique_ptr<XlsWorkbook> m_workbook;
    XlsSheet m_sheet; ///< looks into the workbook
    XlsTextCache m_texts;
    SheetRow m_row;
    std::string m_shown;
    std::size_t m_at = 0; ///< of the records
    std::int64_t m_number = 0;
    std::size_t m_columns = 0;
};

} // namespace zsb
