#include "core/exchange/plaincell.h"

namespace zsb {
namespace {

/// Reads on from the front of a text.
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    [[nodiscard]] const char *at() const { return m_at; }
    [[nodiscard]] bool take(std::string_view word)
    {
        if (std::size_t(m_end - m_at) < word.size())
            return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (m_at[i] != word[i])
                return false;
        }
        m_at += word.size();
        return true;
    }
    /// A letter; 0 at the end.
    [[nodiscard]] char takeLetter() { return m_at == m_end ? '\0' : *m_at++; }
    /// Up to `mark` and over it; none when something to be resolved or another tag comes before.
    [[nodiscard]] std::optional<std::string_view> takeUntil(char mark)
    {
        const char *start = m_at;
        for (const char *p = start; p != m_end; ++p) {
            if (*p == mark) {
                m_at = p + 1;
                return std::string_view(start, std::size_t(p - start));
            }
            if (*p == '&' || *p == '<')
                return std::nullopt;
        }
        return std::nullopt;
    }

private:
    const char *m_at;
    const char *m_end;
};

/// The attribute named by one letter; null when cells have none of that name.
std::optional<std::string_view> *attributeOf(PlainCell &cell, char name)
{
    switch (name) {
    case 'r':
        return &cell.reference;
    case 's':
        return &cell.style;
    case 't':
        return &cell.type;
    }
    return nullptr;
}

bool readAttributes(Cursor &cursor, PlainCell &cell)
{
    while (cursor.take(" ")) {
        std::optional<std::string_view> *attribute = attributeOf(cell, cursor.takeLetter());
        if (attribute == nullptr || attribute->has_value() || !cursor.take("=\""))
            return false;
        *attribute = cursor.takeUntil('"');
        if (!*attribute)
            return false;
    }
    return true;
}

} // namespace

std::optional<PlainCell> plainCellAt(std::string_view markup)
{
    Cursor cursor(markup);
    PlainCell cell;
    if (!cursor.take("<c") || !readAttributes(cursor, cell))
        return std::nullopt;
    if (!cursor.take("/>")) {
        if (!cursor.take("><v>"))
            return std::nullopt;
        const std::optional<std::string_view> value = cursor.takeUntil('<');
        if (!value || !cursor.take("/v></c>"))
            return std::nullopt;
        cell.value = *value;
    }
    cell.length = std::size_t(cursor.at() - markup.data());
    return cell;
}

} // namespace zsb
