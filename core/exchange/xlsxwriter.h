#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

struct XlsxStyle
{
    std::string sheet = "Sheet1";
    std::vector<double> columnWidths; ///< in characters; missing ones are the program's default
    bool filterHeader = false;        ///< drop-down filters over all columns, for files people sort
    std::size_t textColumns = 0;      ///< so many columns take what is typed into empty cells as text, too
    bool wrapLastColumn = false;      ///< the last of them shows line ends
};

/// A cell to write: text, or a number said to be one.
struct XlsxCell
{
    std::string_view text;
    bool isNumber = false; ///< `text` is its decimal form; IDs and phones never are
};

/// A workbook written row by row in constant memory, with one sheet or several that grow side by side. The first row
/// of a sheet is its header: bold and frozen.
///
/// The same rows and the same `created` give the same bytes. Nothing exists under `path` before finish().
/// What a link at `path` leads to is written, and the link stays.
/// Errors: Unreadable (disk), Invalid (a text over 32,767 characters, more than 1,048,576 rows, an impossible sheet
/// name, a number that is none).
class XlsxWriter
{
public:
    [[nodiscard]] static Result<std::unique_ptr<XlsxWriter>> create(const std::string &path, Instant created,
                                                                    const XlsxStyle &style = {});
    ~XlsxWriter();

    static constexpr std::int64_t maxRows = 1'048'576; ///< of a sheet, with its header
    static constexpr std::size_t maxCellLength = 32'767;

    /// A further sheet behind the ones there are; its number for write(). The first one is 0.
    [[nodiscard]] Result<std::size_t> addSheet(const XlsxStyle &style);
    [[nodiscard]] Done write(std::span<const XlsxCell> cells, std::size_t sheet = 0);
    [[nodiscard]] Done writeText(std::span<const std::string_view> cells, std::size_t sheet = 0);
    [[nodiscard]] std::int64_t rows(std::size_t sheet) const; ///< written so far
    [[nodiscard]] Done finish();

private:
    struct Book;

    explicit XlsxWriter(std::unique_ptr<Book> book);

    std::unique_ptr<Book> m_book;
};

} // namespace zsb
