#include "core/storage/pinyin.h"

#include "core/base/text.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace zsb {

namespace {

/// Characters that are read in more than one way in names, with every reading (Unihan: kMandarin, kHanyuPinyin). `v`
/// is how keyboards type ü.
struct Polyphone
{
    char32_t character;
    std::array<std::string_view, 3> readings;
};
constexpr std::array polyphones = {
    Polyphone{U'单', {"shan", "dan", "chan"}}, Polyphone{U'朴', {"piao", "pu", "po"}},
    Polyphone{U'解', {"xie", "jie", {}}},      Polyphone{U'曾', {"zeng", "ceng", {}}},
    Polyphone{U'区', {"ou", "qu", {}}},        Polyphone{U'仇', {"qiu", "chou", {}}},
    Polyphone{U'查', {"zha", "cha", {}}},      Polyphone{U'乐', {"yue", "le", {}}},
    Polyphone{U'翟', {"zhai", "di", {}}},      Polyphone{U'盖', {"ge", "gai", {}}},
    Polyphone{U'繁', {"po", "fan", {}}},       Polyphone{U'黑', {"hei", "he", {}}},
    Polyphone{U'重', {"zhong", "chong", {}}},  Polyphone{U'长', {"chang", "zhang", {}}},
    Polyphone{U'行', {"xing", "hang", {}}},    Polyphone{U'尉', {"yu", "wei", {}}},
    Polyphone{U'万', {"wan", "mo", {}}},       Polyphone{U'折', {"she", "zhe", {}}},
    Polyphone{U'员', {"yun", "yuan", {}}},     Polyphone{U'缪', {"miao", "mou", {}}},
    Polyphone{U'洗', {"xian", "xi", {}}},      Polyphone{U'秘', {"bi", "mi", {}}},
    Polyphone{U'召', {"shao", "zhao", {}}},    Polyphone{U'种', {"chong", "zhong", {}}},
    Polyphone{U'盛', {"sheng", "cheng", {}}},  Polyphone{U'石', {"shi", "dan", {}}},
    Polyphone{U'参', {"can", "shen", {}}},     Polyphone{U'调', {"tiao", "diao", {}}},
    Polyphone{U'茜', {"qian", "xi", {}}},      Polyphone{U'娜', {"na", "nuo", {}}},
    Polyphone{U'阿', {"a", "e", {}}},          Polyphone{U'都', {"du", "dou", {}}},
    Polyphone{U'隗', {"wei", "kui", {}}},      Polyphone{U'贾', {"jia", "gu", {}}},
    Polyphone{U'宿', {"su", "xiu", {}}},       Polyphone{U'俞', {"yu", "shu", {}}},
    Polyphone{U'车', {"che", "ju", {}}},       Polyphone{U'柏', {"bai", "bo", {}}},
    Polyphone{U'薄', {"bo", "bao", {}}},       Polyphone{U'覃', {"qin", "tan", {}}},
    Polyphone{U'晟', {"sheng", "cheng", {}}},  Polyphone{U'牟', {"mou", "mu", {}}},
    Polyphone{U'郇', {"xun", "huan", {}}},     Polyphone{U'祭', {"zhai", "ji", {}}},
    Polyphone{U'佴', {"nai", "er", {}}},       Polyphone{U'哈', {"ha", "he", {}}},
    Polyphone{U'吕', {"lu", "lv", {}}},        Polyphone{U'律', {"lu", "lv", {}}},
    Polyphone{U'绿', {"lu", "lv", {}}},        Polyphone{U'女', {"nu", "nv", {}}},
    Polyphone{U'略', {"lue", "lve", {}}},      Polyphone{U'旅', {"lu", "lv", {}}},
};

constexpr std::size_t mostReadings = 16;

/// What one character is typed as, the usual reading first.
using Syllables = std::vector<std::string>;

void addOthers(Syllables &syllables, char32_t character)
{
    const auto found = std::find_if(polyphones.begin(), polyphones.end(),
                                    [character](const Polyphone &p) { return p.character == character; });
    if (found == polyphones.end())
        return;
    for (const std::string_view reading : found->readings) {
        if (!reading.empty() && std::find(syllables.begin(), syllables.end(), reading) == syllables.end())
            syllables.emplace_back(reading);
    }
}

bool isLatinOrDigit(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

/// Letters that are in the name as such: a word counts as one syllable.
std::string takeWord(std::string_view &rest)
{
    std::string word;
    while (!rest.empty()) {
        std::string_view look = rest;
        const char32_t c = takeCodePoint(look);
        const char32_t lower = c >= U'A' && c <= U'Z' ? c + 32 : c;
        if (!isLatinOrDigit(lower))
            break;
        word += char(lower);
        rest = look;
    }
    return word;
}

std::vector<Reading> combine(const std::vector<Syllables> &syllables)
{
    std::vector<Reading> readings = {{}};
    for (const Syllables &choices : syllables) {
        const std::size_t before = readings.size();
        const std::size_t ways = before * choices.size() <= mostReadings ? choices.size() : 1;
        std::vector<Reading> longer;
        for (std::size_t way = 0; way < ways; ++way) {
            for (std::size_t i = 0; i < before; ++i)
                longer.push_back({readings[i].py + choices[way], readings[i].pyi + choices[way].front()});
        }
        readings = std::move(longer);
    }
    return readings;
}

std::u32string takeHan(std::string_view &rest)
{
    std::u32string run;
    while (!rest.empty()) {
        std::string_view look = rest;
        const char32_t c = takeCodePoint(look);
        if (!isHan(c))
            break;
        run += c;
        rest = look;
    }
    return run;
}

/// The pinyin words ICU makes of a run of characters.
std::vector<std::string> transliterate(std::u32string_view run, const icu::Transliterator &transliterator)
{
    icu::UnicodeString text;
    for (const char32_t c : run)
        text.append(UChar32(c));
    transliterator.transliterate(text);
    std::vector<std::string> words;
    bool inside = false;
    for (int i = 0; i < text.length(); ++i) {
        const char16_t unit = text.charAt(i);
        const bool letter = unit >= u'a' && unit <= u'z';
        if (letter && !inside)
            words.emplace_back();
        if (letter)
            words.back() += char(unit);
        inside = letter;
    }
    return words;
}

void addHan(std::vector<Syllables> &syllables, std::u32string_view run, const icu::Transliterator &transliterator)
{
    std::vector<std::string> words = transliterate(run, transliterator);
    const bool aligned = words.size() == run.size(); // otherwise a character has no reading
    for (std::size_t i = 0; i < run.size(); ++i) {
        Syllables choices;
        if (aligned)
            choices.push_back(std::move(words[i]));
        else
            choices = transliterate(run.substr(i, 1), transliterator);
        addOthers(choices, run[i]);
        if (!choices.empty())
            syllables.push_back(std::move(choices));
    }
}

/// Null where ICU lacks the rules.
std::unique_ptr<const icu::Transliterator> makeTransliterator()
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Transliterator> made(icu::Transliterator::createInstance(
        icu::UnicodeString::fromUTF8("Han-Latin/Names; Latin-ASCII; Lower"), UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
}

} // namespace

struct PinyinReader::Icu
{
    std::unique_ptr<icu::Transliterator> transliterator;
};

PinyinReader::PinyinReader() : m_icu(std::make_unique<Icu>())
{
    // Its rules are read once: that takes longer than what is done with them for one file.
    static const std::unique_ptr<const icu::Transliterator> first = makeTransliterator();
    if (first)
        m_icu->transliterator.reset(first->clone());
}

PinyinReader::~PinyinReader() = default;

std::vector<Reading> PinyinReader::read(std::string_view name) const
{
    if (!m_icu->transliterator)
        return {};
    std::vector<Syllables> syllables;
    while (!name.empty()) {
        if (std::string word = takeWord(name); !word.empty()) {
            syllables.push_back({std::move(word)});
            continue;
        }
        if (std::u32string run = takeHan(name); !run.empty())
            addHan(syllables, run, *m_icu->transliterator);
        else
            static_cast<void>(takeCodePoint(name));
    }
    return syllables.empty() ? std::vector<Reading>() : combine(syllables);
}

} // namespace zsb
