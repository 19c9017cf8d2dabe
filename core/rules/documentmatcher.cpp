#include "core/rules/documentmatcher.h"

#include <array>

namespace zsb {
namespace {

std::variant<ShapeMatcher, QRegularExpression> compiled(std::string_view expression)
{
    if (std::optional<ShapeMatcher> shape = ShapeMatcher::compile(expression))
        return std::move(*shape);
    const QString pattern = QString::fromUtf8(expression.data(), qsizetype(expression.size()));
    QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    whole.optimize();
    return whole;
}

bool matchesExpression(const QRegularExpression &expression, std::string_view folded)
{
    std::array<QChar, 64> wide{};
    if (folded.size() > wide.size())
        return false;
    for (std::size_t i = 0; i < folded.size(); ++i)
        wide[i] = QChar(ushort(static_cast<unsigned char>(folded[i])));
    return expression.match(QString::fromRawData(wide.data(), qsizetype(folded.size()))).hasMatch();
}

} // namespace

DocumentMatcher::DocumentMatcher(const Pack &pack) : m_types(pack.documentTypes)
{
    for (const DocumentType &type : m_types)
        m_patterns.push_back(compiled(type.pattern));
}

bool DocumentMatcher::matches(const DocumentType &type, std::string_view folded) const
{
    const auto &pattern = m_patterns[std::size_t(&type - m_types.data())];
    const auto *shape = std::get_if<ShapeMatcher>(&pattern);
    return shape ? shape->matches(folded) : matchesExpression(std::get<QRegularExpression>(pattern), folded);
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
