#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

/// The pack's table of postal codes, seen through the parameters of the rule.
class Places
{
public:
    explicit Places(const RuleContext &context)
        : m_codes(context.prepared.table->codes()),
          m_attribute(context.parameters.text("attribute")),
          m_postalDigits(std::size_t(context.parameters.integer("postalDigits"))),
          m_regionDigits(std::size_t(context.parameters.integer("regionDigits")))
    {
    }

    [[nodiscard]] std::string_view cut(std::string_view postal) const { return postal.substr(0, m_postalDigits); }

    /// Whether any place of this postal area is named in the address.
    [[nodiscard]] bool isAreaNamed(std::string_view area, std::string_view address) const
    {
        return std::ranges::any_of(m_codes, [&](const Code &code) {
            return cut(code.code) == area && address.find(code.name.zh) != std::string_view::npos;
        });
    }

    /// The first place named in the address; null if none.
    [[nodiscard]] const Code *firstNamed(std::string_view address) const
    {
        const auto at = std::ranges::find_if(
            m_codes, [&](const Code &code) { return address.find(code.name.zh) != std::string_view::npos; });
        return at == m_codes.end() ? nullptr : &*at;
    }

    /// Whether some place in the same region as `place` has that postal area.
    [[nodiscard]] bool sharesArea(const Code &place, std::string_view area) const
    {
        const std::string_view region = regionOf(place);
        return std::ranges::any_of(
            m_codes, [&](const Code &code) { return cut(code.code) == area && regionOf(code) == region; });
    }

private:
    [[nodiscard]] std::string_view regionOf(const Code &code) const
    {
        return code.attribute(m_attribute).substr(0, m_regionDigits);
    }

    std::span<const Code> m_codes;
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
    if (places.isAreaNamed(area, address))
        return Verdict::pass();
    const Code *place = places.firstNamed(address);
    if (!place)
        return Verdict::notApplicable();
    if (places.sharesArea(*place, area))
        return Verdict::pass();
    return Verdict::needsReview(
        "", {{"place", place->name.zh}, {"usual", place->code}, {"given", std::string(postal.view())}});
}

constexpr std::array reads = {Field::PostalCode, Field::MailingAddress};
constexpr std::array<ParameterSpec, 4> parameters = {{{"table", ParameterSpec::Kind::Text},
                                                      {"attribute", ParameterSpec::Kind::Text},
                                                      {"postalDigits", ParameterSpec::Kind::Integer},
                                                      {"regionDigits", ParameterSpec::Kind::Integer}}};

} // namespace

constinit const Rule contactPostalRegion{
    .id = "contact.postal-region",
    .what = "The postal code belongs to the place the mailing address names.",
    .reads = reads,
    .parameters = parameters,
    .check = check,
};

} // namespace zsb
