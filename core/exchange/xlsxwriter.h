#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

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
};

/// A cell to write: text, or a number said to be one.
struct XlsxCell
{
    std::string_view text;
    bool isNumber = false; ///< `text` is its decimal form; IDs and phones never are
};

/// A workbook with one sheet, written row by row in constant memory. The first row is the header: bold and frozen.
///
/// The same rows and the same `created` give the same bytes. Nothing exists under `path` before finish().
/// Errors: Unreadable (disk), Invalid (a text over 32,767 characters, more than 1,048,576 rows, an impossible sheet
/// name, a number that is none).
class XlsxWriter
{
public:
    [[nodiscard]] static Result<std::unique_ptr<XlsxWriter>> create(const std::string &path, Instant created,
                                                                    const XlsxStyle &style = {});
    ~XlsxWriter();

    [[nodiscard]] Done write(std::span<const XlsxCell> cells);
    [[nodiscard]] Done writeText(std::span<const std::string_view> cells);
    [[nodiscard]] Done finish();

private:
    struct Book;

    explicit XlsxWriter(std::unique_ptr<Book> book);

    std::unique_ptr<Book> m_book;
};

} // namespace zsb
