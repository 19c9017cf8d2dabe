#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// An exam category 招考类别 and what it is examined in (A1.4.4.2).
struct ExamCategory
{
    std::string code;           ///< two digits
    std::string name;           ///< 文史哲法类
    std::string publicSubjects; ///< as published
    std::string majorSubject;   ///< 文史基础

    bool operator==(const ExamCategory &) const = default;
};

/// A bachelor's major that can be intended 拟报本科专业; leads to exactly one category.
struct BachelorMajor
{
    std::string name;
    std::string classCode;
    std::string className;
    std::string categoryCode;
};

/// A junior-college major. Six digits are no key: the suffix letter and the name belong to it.
struct JuniorMajor
{
    std::string code;
    std::string name;
    std::vector<std::size_t> bachelorMajors; ///< indexes into Catalogue::bachelorMajors()
};

/// One row of `catalogue.csv`.
struct CatalogueRow
{
    std::string juniorCode;
    std::string juniorName;
    std::string bachelorClassCode;
    std::string bachelorClass;
    std::string bachelorMajor;
    std::string categoryCode;
};

/// Annex 4 as data: which bachelor's majors a junior-college major may intend (A1.4.4.1), and the category and subject
/// that follow from the choice (A1.4.4.2). Names compare by titleKey, so bracket width does not matter.
class Catalogue
{
public:
    /// Partial: a junior major that is not listed may still be right, so it warns instead of refusing.
    enum class Coverage
    {
        Complete,
        Partial,
    };

    Catalogue() = default;
    Catalogue(Coverage coverage, std::vector<ExamCategory> categories, std::span<const CatalogueRow> rows);

    [[nodiscard]] Coverage coverage() const { return m_coverage; }
    [[nodiscard]] std::span<const ExamCategory> categories() const { return m_categories; }
    [[nodiscard]] std::span<const BachelorMajor> bachelorMajors() const { return m_bachelorMajors; }
    [[nodiscard]] std::span<const JuniorMajor> juniorMajors() const { return m_juniorMajors; }

    [[nodiscard]] const ExamCategory *category(std::string_view code) const;
    [[nodiscard]] const BachelorMajor *bachelorMajor(std::string_view name) const;
    /// By full code and name; with an empty code by name alone when that is unique. Null if none.
    [[nodiscard]] const JuniorMajor *juniorMajor(std::string_view code, std::string_view name) const;
    /// Every entry that carries this full code; several names may.
    [[nodiscard]] std::vector<const JuniorMajor *> juniorMajorsByCode(std::string_view code) const;
    [[nodiscard]] bool reaches(const JuniorMajor &junior, std::string_view bachelorMajor) const;

private:
    Coverage m_coverage = Coverage::Partial;
    std::vector<ExamCategory> m_categories;
    std::vector<BachelorMajor> m_bachelorMajors;
    std::vector<JuniorMajor> m_juniorMajors;
    std::map<std::string, std::size_t, std::less<>> m_bachelorByName;
    std::map<std::string, std::size_t, std::less<>> m_juniorByKey;
    std::multimap<std::string, std::size_t, std::less<>> m_juniorByCode;
    std::multimap<std::string, std::size_t, std::less<>> m_juniorByName;
};

} // namespace zsb
