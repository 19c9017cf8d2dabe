#include "core/rules/documentmatcher.h"

#include <array>

namespace zsb {

DocumentMatcher::DocumentMatcher(const Pack &pack) : m_types(pack.documentTypes)
{
    for (const DocumentType &type : m_types) {
        const QString pattern = QString::fromUtf8(type.pattern.data(), qsizetype(type.pattern.size()));
        m_patterns.emplace_back(QRegularExpression::anchoredPattern(pattern)).optimize();
    }
}

bool DocumentMatcher::matches(const DocumentType &type, std::string_view folded) const
{
    std::array<QChar, 64> wide{};
    if (folded.size() > wide.size())
        return false;
    for (std::size_t i = 0; i < folded.size(); ++i)
        wide[i] = QChar(ushort(static_cast<unsigned char>(folded[i])));
    const QString subject = QString::fromRawData(wide.data(), qsizetype(folded.size()));
    return m_patterns[std::size_t(&type - m_types.data())].match(subject).hasMatch();
}

const DocumentType *DocumentMatcher::firstMatch(std::string_view folded, bool retired) const
{
    for (const DocumentType &type : m_types) {
        if (type.retired.isEmpty() != retired && matches(type, folded))
            return &type;
    }
    return nullptr;
}

} // namespace zsb
