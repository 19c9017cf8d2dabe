#pragma once

#include "core/base/clock.h"
#include "core/storage/pinyin.h"

#include <map>
#include <string>
#include <vector>

namespace zsb {

inline constexpr Instant bigSeasonStart{std::chrono::milliseconds(1'676'422'800'000)};

/// Made-up people, the same for the same number.
struct BigPerson
{
    explicit BigPerson(int at);

    std::vector<std::string> characters;
    std::string name;
    std::string document;
    std::string number;
    std::string phone;
    std::string college;
    std::string severity;
};

/// Readings put together from those of the characters: asking for whole names would take longest of all.
class Spelling
{
public:
    std::vector<Reading> read(const BigPerson &person);

private:
    const Reading &known(const std::string &character);

    PinyinReader m_reader;
    std::map<std::string, Reading> m_known;
};

/// A season of so many files, all in review, by a shortcut: event by event and row by row as the store would write
/// them, without the rules and without pictures; findings are empty. False when it could not be written.
[[nodiscard]] bool makeBigSeason(const std::string &folder, int count);

} // namespace zsb
