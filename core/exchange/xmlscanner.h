#pragma once

#include "core/exchange/bytesource.h"
#include "core/exchange/plaincell.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A pull scanner for the XML inside workbooks: tags, attributes and text, in one pass over a sliding buffer.
///
/// Prefixes of names are dropped. Knows the five named and the numeric references and nothing else: a document type
/// declaration is refused, so no entity can be defined or expanded. UTF-8 only. Views hold until the next call.
/// Errors: Invalid (not well-formed, ends inside an element), Refused (declaration, a token beyond 16 MiB), and
/// those of the source.
class XmlScanner
{
public:
    enum class Token
    {
        Start, ///< an empty element gives Start, then End
        End,
        Text,
        AtEnd,
    };

    explicit XmlScanner(std::unique_ptr<ByteSource> source);

    [[nodiscard]] Result<Token> next();
    /// Text up to the end of the element just started, of inner elements too. Elements named `without` are left out.
    [[nodiscard]] Done readText(std::string &text, std::string_view without = {});

    /// Takes the whole next element when it is a plain cell that is already in the buffer; else nothing is taken.
    [[nodiscard]] std::optional<PlainCell> takePlainCell();

    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] std::string_view text() const { return m_text; }
    /// An attribute of the element just started, references resolved.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name);

private:
    [[nodiscard]] Result<bool> need(std::size_t bytes);
    [[nodiscard]] Result<std::size_t> find(std::string_view mark, std::size_t from);
    [[nodiscard]] Result<std::size_t> findTagEnd();
    [[nodiscard]] Result<Token> takeText(std::size_t length, bool resolve);
    [[nodiscard]] Result<std::optional<Token>> takeMarkup();
    [[nodiscard]] Result<Token> takeTag();
    [[nodiscard]] Result<std::string_view> resolved(std::string_view raw);
    [[nodiscard]] Done fill();

    std::unique_ptr<ByteSource> m_source;
    std::vector<char> m_buffer;
    std::string_view m_rest; ///< of the buffer, not yet scanned
    std::string_view m_name;
    std::string_view m_attributes;
    std::string_view m_text;
    std::string m_scratch;
    std::string m_value;
    int m_depth = 0;
    bool m_pendingEnd = false;
    bool m_started = false;
    bool m_atEnd = false;
};

} // namespace zsb
