#pragma once

#include "core/demo/drawrandom.h"
#include "core/demo/paperfacts.h"
#include "core/domain/field.h"
#include "core/policy/pack.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace zsb {

/// A made-up registration: every field as a season file writes it, and what the papers beside it show.
struct DemoPerson
{
    const CandidateType *type = nullptr;
    std::array<std::string, fieldCount> fields{};
    std::vector<std::string> papers;                           ///< slots with a picture
    std::map<std::string, std::string, std::less<>> endings{}; ///< slot → how its file is named, where not `jpg`
    bool female = false;
    int birthYear = 0;
    std::uint64_t faceSeed = 0;

    [[nodiscard]] std::string &operator[](Field field) { return fields[std::size_t(field)]; }
    [[nodiscard]] const std::string &operator[](Field field) const { return fields[std::size_t(field)]; }
};

/// How the pack calls men and women.
[[nodiscard]] std::string sexName(const Pack &pack, bool female);

/// How the pack calls being from a college outside the region, or inside; empty when it has no words for it.
[[nodiscard]] std::string examRegionName(const Pack &pack, bool outside);

/// Where a season keeps the picture of a slot (or of `portrait`), relative to its folder.
[[nodiscard]] std::string seasonFile(const DemoPerson &person, std::string_view slot);

/// Makes people whom no rule of the pack has anything to say about, from nothing but the pack and a seed. Nobody is
/// made twice: numbers, phones and application numbers do not repeat. One thread.
class PeopleMaker
{
public:
    PeopleMaker(const Pack &pack, std::uint64_t seed);

    /// `index` counts from 1 and is in the application number.
    [[nodiscard]] DemoPerson make(const CandidateType &type, int index);

    /// A resident number with a right check digit that nobody has yet.
    [[nodiscard]] std::string documentNumber(std::string_view regionCode, Day birth, bool female);
    [[nodiscard]] std::string phone();
    [[nodiscard]] DrawRandom &random() { return m_random; }
    [[nodiscard]] const Pack &pack() const { return m_pack; }

private:
    void fillIdentity(DemoPerson &person);
    void fillContact(DemoPerson &person, std::string_view place, std::string_view postalCode);
    void fillSchooling(DemoPerson &person);
    void fillService(DemoPerson &person);
    void fillProcess(DemoPerson &person);
    void keepOnlyFieldsOfType(DemoPerson &person) const;
    void chooseSlots(DemoPerson &person);
    [[nodiscard]] std::string name(std::string_view ethnicity, bool female);
    [[nodiscard]] const Code &pick(std::string_view table);
    [[nodiscard]] const Code &regionOfBirth(int year);
    [[nodiscard]] Day graduationDay(const CandidateType &type);
    [[nodiscard]] Instant instantIn(const Window *window, Instant notBefore);

    const Pack &m_pack;
    DrawRandom m_random;
    std::set<std::string> m_numbers;
    std::set<std::string> m_phones;
    std::vector<const Code *> m_carriers;
    std::vector<const Code *> m_counties;
    std::vector<const Code *> m_postals;
};

/// What the drawn papers of a person show.
[[nodiscard]] PaperFacts paperFacts(const DemoPerson &person);

} // namespace zsb
