#include "core/policy/catalogue.h"

#include "core/base/text.h"

#include <algorithm>

namespace zsb {
namespace {

std::string juniorKey(std::string_view code, std::string_view name)
{
    return foldCode(code) + '\n' + titleKey(name);
}

} // namespace

Catalogue::Catalogue(Coverage coverage, std::vector<ExamCategory> categories, std::span<const CatalogueRow> rows)
    : m_coverage(coverage), m_categories(std::move(categories))
{
    for (const CatalogueRow &row : rows) {
        const auto [bachelor, isNewBachelor] =
            m_bachelorByName.emplace(titleKey(row.bachelorMajor), m_bachelorMajors.size());
        if (isNewBachelor) {
            m_bachelorMajors.push_back({row.bachelorMajor, row.bachelorClassCode, row.bachelorClass, row.categoryCode});
        }
        const auto [junior, isNewJunior] =
            m_juniorByKey.emplace(juniorKey(row.juniorCode, row.juniorName), m_juniorMajors.size());
        if (isNewJunior) {
            m_juniorByCode.emplace(foldCode(row.juniorCode), m_juniorMajors.size());
            m_juniorByName.emplace(titleKey(row.juniorName), m_juniorMajors.size());
            m_juniorMajors.push_back({row.juniorCode, row.juniorName, {}});
        }
        std::vector<std::size_t> &reached = m_juniorMajors[junior->second].bachelorMajors;
        if (std::ranges::find(reached, bachelor->second) == reached.end())
            reached.push_back(bachelor->second);
    }
}

const ExamCategory *Catalogue::category(std::string_view code) const
{
    const auto at = std::ranges::find(m_categories, code, &ExamCategory::code);
    return at == m_categories.end() ? nullptr : &*at;
}

const BachelorMajor *Catalogue::bachelorMajor(std::string_view name) const
{
    const auto at = m_bachelorByName.find(titleKey(name));
    return at == m_bachelorByName.end() ? nullptr : &m_bachelorMajors[at->second];
}

const JuniorMajor *Catalogue::juniorMajor(std::string_view code, std::string_view name) const
{
    if (trimmed(code).empty()) {
        const auto [first, last] = m_juniorByName.equal_range(titleKey(name));
        const bool isUnique = first != last && std::next(first) == last;
        return isUnique ? &m_juniorMajors[first->second] : nullptr;
    }
    const auto at = m_juniorByKey.find(juniorKey(code, name));
    return at == m_juniorByKey.end() ? nullptr : &m_juniorMajors[at->second];
}

std::vector<const JuniorMajor *> Catalogue::juniorMajorsByCode(std::string_view code) const
{
    std::vector<const JuniorMajor *> found;
    const auto [first, last] = m_juniorByCode.equal_range(foldCode(code));
    for (auto at = first; at != last; ++at)
        found.push_back(&m_juniorMajors[at->second]);
    return found;
}

bool Catalogue::reaches(const JuniorMajor &junior, std::string_view bachelorMajor) const
{
    const auto at = m_bachelorByName.find(titleKey(bachelorMajor));
    return at != m_bachelorByName.end() &&
           std::ranges::find(junior.bachelorMajors, at->second) != junior.bachelorMajors.end();
}

} // namespace zsb
