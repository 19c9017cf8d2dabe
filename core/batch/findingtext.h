#pragma once

#include "core/domain/finding.h"
#include "core/policy/text.h"

#include <string>
#include <string_view>

namespace zsb {

struct Pack;

/// A finding in words of one language, for reports people read. Texts of rules and fields are the pack's.
class FindingText
{
public:
    /// `pack` must outlive this object.
    FindingText(const Pack &pack, Language language) : m_pack(pack), m_language(language) {}

    [[nodiscard]] Language language() const { return m_language; }
    /// One of the two, by language.
    [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const;
    /// A sign and a word, so that nobody depends on a colour: `✖ 错误`.
    [[nodiscard]] std::string_view severity(Severity severity) const;
    [[nodiscard]] const std::string &message(const Finding &finding) const;
    /// Labels of the fields it points at.
    [[nodiscard]] std::string fields(const Finding &finding) const;
    /// What to do; empty when the message says it already.
    [[nodiscard]] std::string advice(const Finding &finding) const;
    /// Title of a rule or limit of the pack, or that it is about how the table is written.
    [[nodiscard]] std::string title(std::string_view rule) const;
    [[nodiscard]] std::string_view clause(std::string_view rule) const;
    [[nodiscard]] std::string_view quote(std::string_view rule) const;

private:
    const Pack &m_pack;
    Language m_language;
};

} // namespace zsb
