#pragma once

#include "core/policy/pack.h"
#include "core/rules/shapematcher.h"

#include <QRegularExpression>

#include <string_view>
#include <variant>
#include <vector>

namespace zsb {

/// The number patterns of a pack's document types, compiled once. Shared by any number of threads.
class DocumentMatcher
{
public:
    explicit DocumentMatcher(const Pack &pack);

    /// Whether a folded number has the shape of that document type of the same pack.
    [[nodiscard]] bool matches(const DocumentType &type, std::string_view folded) const;
    /// The first document type with that shape; null if none. `retired` picks among those no longer accepted, or
    /// among the others.
    [[nodiscard]] const DocumentType *firstMatch(std::string_view folded, bool retired) const;

private:
    const std::vector<DocumentType> &m_types;
    std::vector<std::variant<ShapeMatcher, QRegularExpression>> m_patterns;
};

} // namespace zsb
