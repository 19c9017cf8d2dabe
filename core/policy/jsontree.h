#pragma once

#include "core/policy/text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A JSON value that remembers the line it stands on, which QJsonDocument does not: a pack's author is told where.
/// Members of an object keep their order; text is UTF-8.
struct JsonNode
{
    enum class Kind
    {
        Null,
        Boolean,
        Integer, ///< `number` is set too
        Number,
        String,
        Array,
        Object,
    };

    Kind kind = Kind::Null;
    int line = 1;
    std::string key; ///< under which it is a member of an object
    std::string string;
    std::int64_t integer = 0;
    double number = 0;
    bool boolean = false;
    std::vector<JsonNode> items; ///< elements of an array, members of an object

    [[nodiscard]] const JsonNode *member(std::string_view name) const;
};

/// What reading a JSON text gave: the value, or the first thing that is wrong and its line.
struct JsonReading
{
    JsonNode root;
    bool ok = false;
    int line = 0;
    Text problem;
};

/// RFC 8259, whole text, UTF-8 with or without byte-order mark; a name twice in one object is an error. Any thread.
[[nodiscard]] JsonReading readJson(std::string_view text);

/// What an element of an array is called in the keys of problems and differences: its id when it has one, else its
/// number, counted from 1.
[[nodiscard]] std::string elementName(const JsonNode &element, std::size_t number);
/// The line of what such a key names, `type.known.messages.missing.zh`; of the last part of it that is there.
[[nodiscard]] int lineOf(const JsonNode &node, std::string_view key);

} // namespace zsb
