#include "core/exchange/csvwriter.h"

#include <QIODevice>

namespace zsb {
namespace {

constexpr std::size_t pieceBytes = std::size_t(64) << 10;
constexpr std::string_view formulaStarts = "=+-@\t\r";

bool needsQuotes(std::string_view cell, char separator)
{
    return cell.find(separator) != std::string_view::npos || cell.find_first_of("\"\r\n") != std::string_view::npos;
}

void appendQuoted(std::string &text, std::string_view cell)
{
    text += '"';
    for (const char c : cell) {
        if (c == '"')
            text += '"';
        text += c;
    }
    text += '"';
}

void appendCell(std::string &text, std::string_view cell, const CsvStyle &style)
{
    std::string guarded;
    if (style.guardFormulas && !cell.empty() && formulaStarts.find(cell.front()) != std::string_view::npos) {
        guarded = '\'';
        guarded += cell;
        cell = guarded;
    }
    if (needsQuotes(cell, style.separator))
        appendQuoted(text, cell);
    else
        text += cell;
}

} // namespace

void appendCsvRecord(std::string &text, std::span<const std::string_view> cells, const CsvStyle &style)
{
    const bool oneEmpty = cells.size() == 1 && cells.front().empty();
    if (oneEmpty)
        text += "\"\""; // an empty line would be no record
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += style.separator;
        appendCell(text, cells[i], style);
    }
    text += style.lineEnd == LineEnd::CrLf ? "\r\n" : "\n";
}

CsvWriter::CsvWriter(QIODevice &device, CsvStyle style) : m_device(device), m_style(style)
{
    if (m_style.byteOrderMark)
        m_text = "\xEF\xBB\xBF";
}

Done CsvWriter::write(std::span<const std::string_view> cells)
{
    appendCsvRecord(m_text, cells, m_style);
    return m_text.size() < pieceBytes ? done() : finish();
}

Done CsvWriter::finish()
{
    if (m_device.write(m_text.data(), qint64(m_text.size())) != qint64(m_text.size()))
        return Error{ErrorCode::Unreadable, "csv: the device does not take the bytes"};
    m_text.clear();
    return done();
}

} // namespace zsb
