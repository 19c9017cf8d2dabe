#include "core/rules/shapematcher.h"

#include <bitset>
#include <limits>

namespace zsb {
namespace {

using Characters = std::bitset<128>;
using Shape = std::vector<Characters>;
using Shapes = std::vector<Shape>;

constexpr std::size_t mostShapes = std::numeric_limits<std::uint32_t>::digits;
constexpr std::size_t longestShape = 64;

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

bool isOneOf(char c, std::string_view set)
{
    return set.find(c) != std::string_view::npos;
}

void addRange(Characters &characters, char first, char last)
{
    for (int c = first; c <= last; ++c)
        characters.set(std::size_t(c));
}

/// Writes an expression out. Every function takes what it reads off the front; none: it says more than shapes can.
class ShapeReader
{
public:
    explicit ShapeReader(std::string_view expression) : m_rest(expression) {}

    std::optional<Shapes> read()
    {
        std::optional<Shapes> shapes = readAlternatives();
        return shapes && m_rest.empty() ? shapes : std::nullopt;
    }

private:
    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::optional<Shapes> readAlternatives()
    {
        Shapes all;
        do {
            const std::optional<Shapes> one = readSequence();
            if (!one || all.size() + one->size() > mostShapes)
                return std::nullopt;
            all.insert(all.end(), one->begin(), one->end());
        } while (take('|'));
        return all;
    }

    std::optional<Shapes> readSequence()
    {
        std::optional<Shapes> all = Shapes{{}};
        while (all && !m_rest.empty() && m_rest.front() != '|' && m_rest.front() != ')') {
            const std::optional<Shapes> one = readRepeated();
            all = one ? joined(*all, *one) : std::nullopt;
        }
        return all;
    }

    std::optional<Shapes> readRepeated()
    {
        std::optional<Shapes> one = readAtom();
        if (!one)
            return one;
        if (take('?')) {
            one->push_back({});
        } else if (take('{')) {
            const std::optional<int> times = readTimes();
            Shapes all = {{}};
            for (int i = 0; times && i < *times; ++i) {
                std::optional<Shapes> more = joined(all, *one);
                if (!more)
                    return std::nullopt;
                all = std::move(*more);
            }
            one = times ? std::optional(std::move(all)) : std::nullopt;
        }
        const bool isRepeatedAgain = !m_rest.empty() && isOneOf(m_rest.front(), "?*+{");
        return isRepeatedAgain ? std::nullopt : one;
    }

    std::optional<int> readTimes()
    {
        int times = 0;
        bool any = false;
        for (; !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9' && times < 100; any = true) {
            times = times * 10 + (m_rest.front() - '0');
            m_rest.remove_prefix(1);
        }
        return any && take('}') ? std::optional(times) : std::nullopt;
    }

    std::optional<Shapes> readAtom()
    {
        if (take('(')) {
            if (!m_rest.empty() && m_rest.front() == '?')
                return std::nullopt;
            std::optional<Shapes> group = readAlternatives();
            return group && take(')') ? group : std::nullopt;
        }
        const std::optional<Characters> characters = take('[') ? readClass() : readCharacter(".^$*+?{}[])");
        return characters ? std::optional(Shapes{{*characters}}) : std::nullopt;
    }

    /// One character, `\d` or an escaped mark. `special` are those that mean something else there.
    std::optional<Characters> readCharacter(std::string_view special)
    {
        if (m_rest.empty() || !isAscii(m_rest.front()) || isOneOf(m_rest.front(), special))
            return std::nullopt;
        const bool isEscaped = take('\\');
        if (m_rest.empty())
            return std::nullopt;
        Characters characters;
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        if (isEscaped && c == 'd')
            addRange(characters, '0', '9');
        else if (!isEscaped || isOneOf(c, ".-/\\()[]{}|?*+^$"))
            characters.set(std::size_t(c));
        else
            return std::nullopt;
        return characters;
    }

    std::optional<Characters> readClass()
    {
        Characters all;
        while (!take(']')) {
            const std::optional<Characters> first = readCharacter("^[-");
            if (!first)
                return std::nullopt;
            all |= *first;
            if (!take('-'))
                continue;
            const std::optional<Characters> last = readCharacter("^[-]");
            if (!last || first->count() != 1 || last->count() != 1)
                return std::nullopt;
            addRange(all, only(*first), only(*last));
        }
        return all.any() ? std::optional(all) : std::nullopt;
    }

    static char only(const Characters &characters)
    {
        std::size_t at = 0;
        while (!characters[at])
            ++at;
        return char(at);
    }

    static std::optional<Shapes> joined(const Shapes &before, const Shapes &after)
    {
        Shapes all;
        for (const Shape &first : before) {
            for (const Shape &second : after) {
                all.push_back(first);
                all.back().insert(all.back().end(), second.begin(), second.end());
                if (all.size() > mostShapes || all.back().size() > longestShape)
                    return std::nullopt;
            }
        }
        return all;
    }

    std::string_view m_rest;
};

} // namespace

std::optional<ShapeMatcher> ShapeMatcher::compile(std::string_view expression)
{
    const std::optional<Shapes> shapes = ShapeReader(expression).read();
    if (!shapes)
        return std::nullopt;
    ShapeMatcher matcher;
    for (std::size_t i = 0; i < shapes->size(); ++i) {
        const Shape &shape = (*shapes)[i];
        const Bits bit = Bits(1) << i;
        if (matcher.m_accepts.size() < shape.size())
            matcher.m_accepts.resize(shape.size());
        matcher.m_ends.resize(matcher.m_accepts.size() + 1);
        matcher.m_ends[shape.size()] |= bit;
        for (std::size_t place = 0; place < shape.size(); ++place) {
            for (std::size_t c = 0; c < asciiCount; ++c)
                matcher.m_accepts[place][c] |= shape[place][c] ? bit : 0;
        }
    }
    return matcher;
}

bool ShapeMatcher::matches(std::string_view text) const
{
    if (text.size() >= m_ends.size())
        return false;
    Bits alive = m_ends[text.size()];
    for (std::size_t place = 0; place < text.size() && alive != 0; ++place) {
        const auto c = static_cast<unsigned char>(text[place]);
        alive &= c < asciiCount ? m_accepts[place][c] : 0;
    }
    return alive != 0;
}

} // namespace zsb
