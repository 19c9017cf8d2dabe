#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace zsb {
namespace {

/// The pack's table of postal codes, seen through the parameters of the rule.
class Places
{
public:
    explicit Places(const RuleContext &context)
        : m_table(*context.prepared.table),
          m_attribute(context.parameters.text("attribute")),
          m_postalDigits(std::size_t(context.parameters.integer("postalDigits"))),
          m_regionDigits(std::size_t(context.parameters.integer("regionDigits")))
    {
    }

    [[nodiscard]] std::string_view cut(std::string_view postal) const { return postal.substr(0, m_postalDigits); }

    /// The first place named in the address, one of this postal area before all others; null if none.
    [[nodiscard]] const Code *named(std::string_view address, std::string_view area) const
    {
        std::optional<std::pair<bool, std::size_t>> best;
        m_table.eachNamedIn(address, [&](std::size_t row) {
            const std::pair found(!isOfArea(row, area), row);
            best = best ? std::min(*best, found) : found;
        });
        return best ? &codeAt(best->second) : nullptr;
    }

    [[nodiscard]] bool isOfArea(const Code &code, std::string_view area) const { return cut(code.code) == area; }

    /// Whether some place in the same region as `place` has that postal area.
    [[nodiscard]] bool sharesArea(const Code &place, std::string_view area) const
    {
        const std::string_view region = regionOf(place);
        return std::ranges::any_of(m_table.withPrefix(area), [&](std::size_t row) {
            return isOfArea(row, area) && regionOf(codeAt(row)) == region;
        });
    }

private:
    [[nodiscard]] const Code &codeAt(std::size_t row) const { return m_table.codes()[row]; }
    [[nodiscard]] bool isOfArea(std::size_t row, std::string_view area) const { return isOfArea(codeAt(row), area); }
    [[nodiscard]] std::string_view regionOf(const Code &code) const
    {
        return code.attribute(m_attribute).substr(0, m_regionDigits);
    }

    const CodeTable &m_table;
    std::string_view m_attribute;
    std::size_t m_postalDigits;
    std::size_t m_regionDigits;
};

/// Evidence: place, usual, given. Silent when the address names no place of the table.
Verdict check(const Record &record, const RuleContext &context)
{
    const FoldedCode postal(record.text(Field::PostalCode));
    const std::string_view address = record.text(Field::MailingAddress);
    if (!areDigits(postal.view()) || address.empty())
        return Verdict::notApplicable();
    const Places places(context);
    const std::string_view area = places.cut(postal.view());
    const Code *place = places.named(address, area);
    if (!place)
        return Verdict::notApplicable();
    if (places.isOfArea(*place, area) || places.sharesArea(*place, area))
        return Verdict::pass();
    return Verdict::needsReview(
        "", {{"place", place->name.zh}, {"usual", place->code}, {"given", std::string(postal.view())}});
}

constexpr std::array reads = {Field::PostalCode, Field::MailingAddress};
constexpr std::array<ParameterSpec, 4> parameters = {{{"table", ParameterSpec::Kind::Text},
                                                      {"attribute", ParameterSpec::Kind::Text},
                                                      {"postalDigits", ParameterSpec::Kind::Integer},
                                                      {"regionDigits", ParameterSpec::Kind::Integer}}};
constexpr std::array<std::string_view, 3> evidenceNames = {"place", "usual", "given"};

} // namespace

constinit const Rule contactPostalRegion{
    .id = "contact.postal-region",
    .what = "The postal code belongs to the place the mailing address names.",
    .reads = reads,
    .parameters = parameters,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
