#include "core/base/hammingindex.h"
#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/image/perceptual.h"
#include "core/image/portraitreader.h"
#include "tests/bench/benchkit.h"
#include "tests/support/alteredpicture.h"

#include <QCoreApplication>

#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <random>

// Not a test: how surely one portrait under two names is found, and how quickly. Usage: duplicatesbench [PEOPLE]

using namespace zsb;
using namespace zsb::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int most = 11; ///< as the rule portrait.similar of nm-2023
constexpr std::size_t million = 1'000'000;
constexpr int queries = 2000;

struct Person
{
    std::optional<PerceptualHash> original;
    std::optional<PerceptualHash> copy;
};

/// Cut, cut and mirrored, scaled, compressed: the kinds take turns.
Alteration alterationOf(int person)
{
    const std::array<Alteration, 4> ways = {
        Alteration{.cut = 0.08, .leastScale = 0.7, .leastQuality = 45, .mostQuality = 85},
        Alteration{.cut = 0.08, .mirrored = true, .leastScale = 0.7, .leastQuality = 45, .mostQuality = 85},
        Alteration{.mirrored = true, .leastQuality = 60, .mostQuality = 90},
        Alteration{.leastScale = 0.6, .leastQuality = 40, .mostQuality = 70}};
    return ways[std::size_t(person) % ways.size()];
}

Person readPerson(int number, PortraitReader &reader)
{
    std::mt19937_64 random{std::uint64_t(number)};
    const FaceSex sex = number % 2 == 0 ? FaceSex::Male : FaceSex::Female;
    const std::string bytes = encodeJpeg(drawPortrait(faceOf(std::uint64_t(number) + 1'000'000, sex)), 51'200).value();
    const std::string copy = altered(bytes, alterationOf(number), random);
    return {faceHash(bytes, reader.read(bytes)), faceHash(copy, reader.read(copy))};
}

std::vector<Person> readPeople(int count, const std::shared_ptr<const LandmarkModel> &model)
{
    std::vector<Person> people(std::size_t(count), Person{});
    std::atomic<int> next = 0;
    const auto work = [&] {
        PortraitReader reader(model);
        for (int i = next++; i < count; i = next++)
            people[std::size_t(i)] = readPerson(i, reader);
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    return people;
}

void sayRecall(const std::vector<Person> &people)
{
    int found = 0;
    for (const Person &person : people)
        found += person.original && person.copy && distance(*person.original, *person.copy) <= most;
    say(u"recall-percent"_s, 100.0 * found / double(people.size()));
}

void sayFalsePairs(const std::vector<PerceptualHash> &hashes)
{
    const HammingIndex index(hashes);
    std::vector<HammingIndex::Hit> hits;
    std::int64_t pairs = 0;
    for (const PerceptualHash &hash : hashes) {
        index.find(hash, most, hits);
        pairs += std::int64_t(hits.size()) - 1;
    }
    const double all = double(hashes.size()) * double(hashes.size() - 1) / 2;
    say(u"false-pairs"_s, double(pairs) / 2);
    say(u"false-pairs-per-million"_s, double(pairs) / 2 / all * 1e6);
}

/// People made of the drawn ones: each group of bits from anybody, so that the buckets are as full as theirs.
std::vector<PerceptualHash> manyHashes(const std::vector<PerceptualHash> &hashes)
{
    std::mt19937_64 random(7);
    std::vector<PerceptualHash> many(million);
    for (PerceptualHash &hash : many) {
        for (std::uint64_t &word : hash.words) {
            const std::size_t at = std::size_t(&word - hash.words.data());
            for (int band = 0; band < 4; ++band) {
                const std::uint64_t mask = std::uint64_t(0xFFFF) << (16 * band);
                word |= hashes[random() % hashes.size()].words[at] & mask;
            }
        }
    }
    return many;
}

void sayIndex(const std::vector<PerceptualHash> &hashes)
{
    std::vector<PerceptualHash> many = manyHashes(hashes);
    std::mt19937_64 random(8);
    std::vector<PerceptualHash> asked;
    for (int i = 0; i < queries; ++i)
        asked.push_back(i % 2 == 0 ? hashes[random() % hashes.size()] : many[random() % many.size()]);
    const Stopwatch building;
    const HammingIndex index(std::move(many));
    say(u"index-build-ms"_s, building.wall());
    say(u"index-mb"_s, double(index.bytes()) / 1e6);
    Times times;
    std::vector<HammingIndex::Hit> hits;
    for (const PerceptualHash &hash : asked) {
        const Stopwatch watch;
        index.find(hash, HammingIndex::mostDistance, hits);
        times.add(watch);
    }
    times.say(u"index-query-ms"_s);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int count = argc > 1 ? QString::fromLatin1(argv[1]).toInt() : 20'000;
    const auto model = LandmarkModel::load(LandmarkModel::defaultPath());
    if (!model || count < 2) {
        QTextStream(stderr) << u"duplicatesbench: no landmark model, or fewer than two people\n"_s;
        return 1;
    }
    const std::vector<Person> people = readPeople(count, *model);
    std::vector<PerceptualHash> hashes;
    for (const Person &person : people) {
        if (person.original)
            hashes.push_back(*person.original);
    }
    say(u"people"_s, count);
    say(u"without-a-face"_s, double(people.size() - hashes.size()));
    sayRecall(people);
    sayFalsePairs(hashes);
    sayIndex(hashes);
    return 0;
}
