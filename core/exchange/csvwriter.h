#pragma once

#include "core/base/result.h"

#include <span>
#include <string>
#include <string_view>

class QIODevice;

namespace zsb {

enum class LineEnd
{
    Lf,
    CrLf,
};

struct CsvStyle
{
    LineEnd lineEnd = LineEnd::Lf;
    bool byteOrderMark = false; ///< spreadsheet programs need it to see UTF-8
    bool guardFormulas = false; ///< a cell that begins with = + - @ tab or CR gets an apostrophe in front
    char separator = ',';
};

/// The cells as one record of RFC 4180, appended to `text`. Quotes only where they are needed.
void appendCsvRecord(std::string &text, std::span<const std::string_view> cells, const CsvStyle &style = {});

/// A table as RFC 4180 text in UTF-8, written in pieces. The device is not owned and must be open.
/// Errors: Unreadable (the device does not take the bytes).
class CsvWriter
{
public:
    explicit CsvWriter(QIODevice &device, CsvStyle style = {});

    [[nodiscard]] Done write(std::span<const std::string_view> cells);
    /// Nothing is guaranteed to be in the device before this.
    [[nodiscard]] Done finish();

private:
    QIODevice &m_device;
    CsvStyle m_style;
    std::string m_text;
};

} // namespace zsb
