#include "core/exchange/annex4audit.h"

#include "core/base/text.h"

#include <map>
#include <set>

namespace zsb {
namespace {

/// Distinct texts, each with the first place it stands at, in the order they appear.
class FirstSeen
{
public:
    void add(const std::string &text, const AnnexPlace &place)
    {
        if (m_keys.insert(titleKey(text)).second)
            m_texts.emplace_back(text, place);
    }
    [[nodiscard]] bool contains(const std::string &text) const { return m_keys.contains(titleKey(text)); }
    [[nodiscard]] const std::vector<std::pair<std::string, AnnexPlace>> &all() const { return m_texts; }

private:
    std::set<std::string> m_keys;
    std::vector<std::pair<std::string, AnnexPlace>> m_texts;
};

std::string joined(const std::set<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : " / ") + text;
    return all;
}

void auditClassCategories(AnnexDraft &draft)
{
    std::map<std::string, std::set<std::string>> categories;
    std::map<std::string, AnnexPlace> places;
    for (std::size_t i = 0; i < draft.import.catalogue.size(); ++i) {
        const CatalogueRow &row = draft.import.catalogue[i];
        const std::string text = row.bachelorClassCode + row.bachelorClass;
        if (categories[text].insert(row.categoryCode).second)
            places[text] = draft.cataloguePlaces[i]; // where the second one turns up
    }
    for (const auto &[text, codes] : categories)
        if (codes.size() > 1)
            draft.report(AnnexDefectKind::ClassInTwoCategories, places[text], text + ": " + joined(codes));
}

/// The subject all classes of a category share, or "".
std::string subjectOf(const Annex4Import &import, const std::string &categoryCode)
{
    std::set<std::string> subjects;
    for (const ClassSubjects &row : import.categories)
        if (row.categoryCode == categoryCode)
            subjects.insert(row.category + " " + row.majorSubject);
    return subjects.size() == 1 ? *subjects.begin() : std::string();
}

void auditSubjects(AnnexDraft &draft)
{
    if (draft.import.categories.empty())
        return;
    std::set<std::string> withSubject;
    std::set<std::string> withMajors;
    std::set<std::string> withoutCode;
    for (const ClassSubjects &row : draft.import.categories)
        withSubject.insert(row.classCode);
    for (std::size_t i = 0; i < draft.import.catalogue.size(); ++i) {
        const CatalogueRow &row = draft.import.catalogue[i];
        if (withMajors.insert(row.bachelorClassCode).second && !withSubject.contains(row.bachelorClassCode))
            draft.report(AnnexDefectKind::ClassWithoutSubject, draft.cataloguePlaces[i],
                         row.bachelorClassCode + row.bachelorClass, subjectOf(draft.import, row.categoryCode));
    }
    for (std::size_t i = 0; i < draft.import.categories.size(); ++i) {
        const ClassSubjects &row = draft.import.categories[i];
        if (!withMajors.contains(row.classCode))
            draft.report(AnnexDefectKind::ClassWithoutMajors, draft.categoryPlaces[i], row.classCode + row.className);
        if (row.categoryCode.empty() && withoutCode.insert(row.category).second)
            draft.report(AnnexDefectKind::CategoryWithoutCode, draft.categoryPlaces[i], row.category);
    }
}

std::string digitsOf(const std::string &code)
{
    return code.substr(0, code.find_first_not_of("0123456789"));
}

void auditJuniorCodes(AnnexDraft &draft)
{
    std::map<std::string, std::set<std::string>> majors;
    std::map<std::string, AnnexPlace> places;
    for (std::size_t i = 0; i < draft.import.catalogue.size(); ++i) {
        const CatalogueRow &row = draft.import.catalogue[i];
        const std::string digits = digitsOf(row.juniorCode);
        if (majors[digits].insert(row.juniorCode + row.juniorName).second)
            places[digits] = draft.cataloguePlaces[i];
    }
    for (const auto &[digits, names] : majors)
        if (names.size() > 1)
            draft.report(AnnexDefectKind::CodeNamesTwoMajors, places[digits], joined(names));
}

bool hasAny(const std::string &text, std::initializer_list<std::string_view> parts)
{
    for (const std::string_view part : parts)
        if (text.find(part) != std::string::npos)
            return true;
    return false;
}

void auditBrackets(AnnexDraft &draft, const FirstSeen &titles)
{
    int wide = 0;
    int narrow = 0;
    for (const auto &[text, place] : titles.all()) {
        wide += hasAny(text, {"（", "）"}) ? 1 : 0;
        narrow += hasAny(text, {"(", ")"}) ? 1 : 0;
    }
    for (const auto &[text, place] : titles.all()) {
        const bool isWide = hasAny(text, {"（", "）"});
        const bool isNarrow = hasAny(text, {"(", ")"});
        if ((isNarrow && (isWide || narrow <= wide) && wide > 0) || (isWide && !isNarrow && wide < narrow))
            draft.report(AnnexDefectKind::MixedBrackets, place, text);
    }
}

void auditAllBrackets(AnnexDraft &draft)
{
    FirstSeen directory;
    for (std::size_t i = 0; i < draft.import.catalogue.size(); ++i)
        for (const std::string *text :
             {&draft.import.catalogue[i].juniorName, &draft.import.catalogue[i].bachelorMajor})
            directory.add(*text, draft.cataloguePlaces[i]);
    FirstSeen plan;
    for (std::size_t i = 0; i < draft.import.plan.size(); ++i)
        for (const std::string *text : {&draft.import.plan[i].college, &draft.import.plan[i].bachelorMajor})
            plan.add(*text, draft.planPlaces[i]);
    auditBrackets(draft, directory);
    auditBrackets(draft, plan);
}

void auditPlan(AnnexDraft &draft)
{
    if (draft.import.plan.empty())
        return;
    FirstSeen mapped;
    for (std::size_t i = 0; i < draft.import.catalogue.size(); ++i)
        mapped.add(draft.import.catalogue[i].bachelorMajor, draft.cataloguePlaces[i]);
    FirstSeen planned;
    for (std::size_t i = 0; i < draft.import.plan.size(); ++i)
        planned.add(draft.import.plan[i].bachelorMajor, draft.planPlaces[i]);
    for (const auto &[major, place] : mapped.all())
        if (!planned.contains(major))
            draft.report(AnnexDefectKind::MajorWithoutPlan, place, major);
    for (const auto &[major, place] : planned.all())
        if (!mapped.contains(major))
            draft.report(AnnexDefectKind::PlanWithoutMapping, place, major);
}

void countDistinct(Annex4Import &import)
{
    std::set<std::string> juniors;
    std::set<std::string> majors;
    std::set<std::string> classes;
    std::set<std::string> categories;
    for (const CatalogueRow &row : import.catalogue) {
        juniors.insert(titleKey(row.juniorCode + row.juniorName));
        majors.insert(titleKey(row.bachelorMajor));
        classes.insert(row.bachelorClassCode);
        categories.insert(row.categoryCode);
    }
    import.counts.juniorMajors = int(juniors.size());
    import.counts.bachelorMajors = int(majors.size());
    import.counts.bachelorClasses = int(classes.size());
    import.counts.examCategories = int(categories.size());
}

} // namespace

void AnnexDraft::report(AnnexDefectKind kind, const AnnexPlace &place, std::string evidence, std::string resolution)
{
    import.defects.push_back({kind, place, std::move(evidence), std::move(resolution)});
}

void auditAnnex(AnnexDraft &draft)
{
    auditClassCategories(draft);
    auditSubjects(draft);
    auditJuniorCodes(draft);
    auditAllBrackets(draft);
    auditPlan(draft);
    countDistinct(draft.import);
}

} // namespace zsb
