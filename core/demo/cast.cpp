#include "core/demo/cast.h"

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

void nameFiles(DemoPerson &person)
{
    person[Field::Portrait] = seasonFile(person, "portrait");
    std::string materials;
    for (const std::string &slot : person.papers)
        materials += (materials.empty() ? "" : ";") + slot + '=' + seasonFile(person, slot);
    person[Field::Materials] = materials;
}

/// In an order of the seed, so that a small season has flaws of all sorts.
std::vector<Flaw> shuffled(std::vector<Flaw> flaws, DrawRandom &random)
{
    for (std::size_t i = flaws.size(); i > 1; --i)
        std::swap(flaws[i - 1], flaws[std::size_t(random.below(int(i)))]);
    return flaws;
}

} // namespace

std::vector<FlawedPerson> Cast::make()
{
    std::vector<FlawedPerson> people;
    people.reserve(std::size_t(m_options.count));
    for (int i = 0; i < m_options.count; ++i) {
        // Every type early, then the everyday mix: most sit the exam.
        const std::size_t types = m_pack.types.size();
        const bool common = std::size_t(i) >= types && m_maker.random().chance(0.6);
        const std::size_t type = common ? 0 : std::size_t(i) % types;
        FlawedPerson flawed;
        flawed.person = m_maker.make(m_pack.types[type], i + 1);
        people.push_back(std::move(flawed));
    }
    spoilSome(people);
    for (FlawedPerson &flawed : people)
        nameFiles(flawed.person);
    return people;
}

FlawedPerson *Cast::unspoilt(std::vector<FlawedPerson> &people, const Flaw &flaw, const FlawedPerson *victim)
{
    // From a random place on and in long strides, so that flaws are spread over the season.
    constexpr std::size_t stride = 7919;
    const std::size_t start = std::size_t(m_maker.random().below(int(people.size())));
    for (std::size_t i = 0; i < people.size(); ++i) {
        FlawedPerson &candidate = people[(start + i * stride) % people.size()];
        const bool fits = !flaw.fits || flaw.fits(candidate.person, m_pack);
        const bool suits = !victim || !flaw.suits || flaw.suits(victim->person, candidate.person);
        if (candidate.kind.empty() && &candidate != victim && fits && suits)
            return &candidate;
    }
    return nullptr;
}

bool Cast::spoilWith(const Flaw &flaw, std::vector<FlawedPerson> &people)
{
    if (flaw.needsPictures && !m_options.pictures)
        return false;
    FlawedPerson *const victim = unspoilt(people, flaw, nullptr);
    FlawedPerson *const partner = victim && !flaw.forPartner.empty() ? unspoilt(people, flaw, victim) : victim;
    if (!partner)
        return false;
    flaw.spoil(*victim, *partner, m_maker);
    victim->kind = flaw.kind;
    victim->expected.assign(flaw.expected.begin(), flaw.expected.end());
    if (!flaw.forPartner.empty()) {
        partner->kind = std::string(flaw.kind) + "-partner";
        partner->expected.assign(flaw.forPartner.begin(), flaw.forPartner.end());
    }
    return true;
}

void Cast::spoilSome(std::vector<FlawedPerson> &people)
{
    const std::vector<Flaw> flaws = shuffled(allFlaws(), m_maker.random());
    const int wanted = int(std::lround(m_options.count * m_options.flawedShare));
    const std::size_t everyKind = wanted > 0 && people.size() >= flaws.size() * 10 ? flaws.size() : 0;
    // A kind that fits nobody of a small season is passed over; a round without any luck ends it.
    std::size_t unlucky = 0;
    for (std::size_t turn = 0; unlucky < flaws.size(); ++turn) {
        const auto spoilt = std::ranges::count_if(people, [](const FlawedPerson &p) { return !p.kind.empty(); });
        if (spoilt >= wanted && turn >= everyKind)
            return;
        unlucky = spoilWith(flaws[turn % flaws.size()], people) ? 0 : unlucky + 1;
    }
}

} // namespace zsb
