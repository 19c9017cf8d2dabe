#include "core/rules/picturefindings.h"

#include <algorithm>

namespace zsb {

std::vector<Finding> pictureFindings(const RuleBook &book, const Record &record, std::string_view group, Field field)
{
    std::vector<Finding> findings = book.checkAll(record, Instant{}); // what is asked of pictures knows no time
    std::erase_if(findings, [&](const Finding &finding) {
        return !finding.rule.starts_with(group) || std::ranges::find(finding.fields, field) == finding.fields.end();
    });
    return findings;
}

std::vector<Finding> portraitFindings(const RuleBook &book, const ImageFacts &facts, std::string_view name)
{
    Record record;
    record.set(Field::Portrait, name);
    record.portrait = &facts;
    return pictureFindings(book, record, "portrait.", Field::Portrait);
}

} // namespace zsb
