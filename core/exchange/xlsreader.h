#pragma once

#include "core/exchange/sheetrow.h"
#include "core/exchange/tablereader.h"
#include "core/exchange/xlsrecords.h"

namespace zsb {

/// One sheet of an old binary .xls, through libfreexl, which holds the whole sheet in memory. What that library passes
/// over or mistakes — formulas, errors, booleans, merged ranges — comes from a walk of our own over the records.
class XlsReader final : public TableReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TableReader>> open(const std::string &path, const ReadOptions &options);

    [[nodiscard]] Result<bool> next(Row &row) override;
    [[nodiscard]] Done rewind() override;

private:
    struct Close
    {
        void operator()(const void *handle) const;
    };

    [[nodiscard]] Done openStream(const std::string &path);
    [[nodiscard]] Done selectSheet();
    [[nodiscard]] bool takeExtra(std::uint16_t column);
    [[nodiscard]] Done readRow();
    [[nodiscard]] Done readCell(std::uint16_t column);
    void takeNumber(std::size_t column, double value);

    ReadOptions m_options;
    std::unique_ptr<const void, Close> m_book;
    std::string m_stream;
    XlsExtras m_extras;
    SheetRow m_row;
    std::string m_shown;
    std::uint32_t m_rows = 0;
    std::uint16_t m_width = 0;
    std::uint32_t m_number = 0; ///< of rows read
    std::size_t m_columns = 0;
};

} // namespace zsb
