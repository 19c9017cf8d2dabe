#pragma once

#include "core/policy/csvtable.h"
#include "core/policy/jsontree.h"
#include "core/policy/packfiles.h"
#include "core/policy/packloader.h"
#include "core/policy/placeholders.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb {

/// A place in a pack's files.
struct PackPlace
{
    std::string file;
    int line = 0;
    std::string key;
};

/// What a name in one file may point at in another.
enum class PackTarget
{
    ArchiveRoute,
    Binding,
    Clause,
    Form,
    PortraitProfile,
    Quote, ///< any source; `Source` below names one
    Reason,
    Role,
    Slot,
    Source,
    Table,
    Type,
    Window,
    Word, ///< a key of texts.json
};

/// Everything the parts of the loader share while they read one pack: files in, pack and problems out. References
/// between files are collected and resolved when everything has been read.
class PackReading
{
public:
    struct Reference
    {
        PackTarget target;
        std::string name;
        PackPlace place;
    };

    explicit PackReading(PackFiles packFiles) : files(std::move(packFiles)) {}

    void problem(PackPlace place, Text message);
    void remark(PackPlace place, Text message); ///< the pack still loads
    /// A file that gave nothing, or not what others refer to: what else seems wrong may only follow from it.
    void unreadable(PackPlace place, Text message);
    /// Reports placeholders that nobody fills in; nothing when `known` is nothing: whoever knows them looks later.
    void checkPlaceholders(const PackPlace &place, std::string_view text, std::optional<Placeholders> known);
    /// Empty names point nowhere and are not collected.
    void refer(PackTarget target, const std::string &name, PackPlace place);
    /// Reports an id that was already used for the same kind of thing.
    void claim(std::string_view kind, const std::string &id, PackPlace place);
    [[nodiscard]] bool has(std::string_view kind, const std::string &id) const;

    const PackFiles files;
    Pack pack;
    std::vector<PackProblem> problems;
    std::vector<PackProblem> causes; ///< files that could not be read
    std::vector<Reference> references;

private:
    std::set<std::pair<std::string, std::string>> m_claimed;
};

/// Reads the members of one JSON object and reports what is missing, of the wrong kind or unknown, with its line.
/// Call finish() when all members have been asked for.
class ObjectReader
{
public:
    ObjectReader(PackReading &reading, const JsonNode &node, PackPlace place);

    std::string text(std::string_view key); ///< required, not empty
    std::string optionalText(std::string_view key);
    /// Required, for people to read, with no other placeholders than these.
    std::string words(std::string_view key, std::optional<Placeholders> known = Placeholders{});
    Text bilingual(std::string_view key, std::optional<Placeholders> known = Placeholders{}); ///< both languages
    Text optionalBilingual(std::string_view key);
    std::int64_t integer(std::string_view key);
    std::int64_t count(std::string_view key); ///< required, from 0 to what an int holds
    std::int64_t optionalInteger(std::string_view key, std::int64_t otherwise);
    bool flag(std::string_view key);
    bool optionalFlag(std::string_view key, bool otherwise);
    std::vector<std::string> list(std::string_view key); ///< required, may be empty
    std::vector<std::string> optionalList(std::string_view key);
    std::optional<Day> optionalDay(std::string_view key);
    Instant instant(std::string_view key);
    std::string reference(std::string_view key, PackTarget target);
    std::string optionalReference(std::string_view key, PackTarget target);
    std::vector<std::string> references(std::string_view key, PackTarget target);
    /// One of a set of words; the first value when it is none of them, which is reported.
    template<typename E>
    E choice(std::string_view key, std::initializer_list<std::pair<std::string_view, E>> words, bool isRequired = true);

    /// Every object of an array.
    void each(std::string_view key, const std::function<void(ObjectReader &)> &read, bool isRequired = true);
    void object(std::string_view key, const std::function<void(ObjectReader &)> &read, bool isRequired = true);
    /// The member as it is; null when it is not there.
    const JsonNode *take(std::string_view key);
    void finish();

    [[nodiscard]] const JsonNode &node() const { return m_node; }
    [[nodiscard]] PackPlace place(std::string_view key = {}) const;
    PackReading &reading() { return m_reading; }
    void problem(std::string_view key, Text message);

private:
    const JsonNode *required(std::string_view key);
    const JsonNode *ofKind(const JsonNode *node, JsonNode::Kind kind, std::string_view key);
    std::vector<std::string> strings(const JsonNode *node, std::string_view key);
    Text bilingualOf(const JsonNode *node, std::string_view key, std::optional<Placeholders> known);

    PackReading &m_reading;
    const JsonNode &m_node;
    PackPlace m_place;
    std::set<std::string, std::less<>> m_taken;
};

template<typename E>
E ObjectReader::choice(std::string_view key, std::initializer_list<std::pair<std::string_view, E>> words,
                       bool isRequired)
{
    const std::string word = isRequired ? text(key) : optionalText(key);
    std::string known;
    for (const auto &[name, value] : words) {
        if (name == word)
            return value;
        known.append(known.empty() ? "" : ", ").append(name);
    }
    if (!word.empty())
        problem(key, {"“" + word + "”不是可用的值：" + known, "\"" + word + "\" is none of: " + known});
    return words.begin()->second;
}

/// One row of a CSV table by column names.
class RowReader
{
public:
    RowReader(PackReading &reading, const CsvTable &table, const CsvTable::Row &row, const std::string &file);

    [[nodiscard]] std::string_view cell(std::string_view column) const;  ///< empty when there is no such column
    std::string text(std::string_view column);                           ///< required, not empty
    std::string words(std::string_view column, Placeholders known = {}); ///< required, for people to read
    bool flag(std::string_view column);                                  ///< 1; 0 or empty; else reported
    [[nodiscard]] PackPlace place(std::string_view column) const;
    void problem(std::string_view column, Text message);
    PackReading &reading() { return m_reading; }

private:
    PackReading &m_reading;
    const CsvTable &m_table;
    const CsvTable::Row &m_row;
    const std::string &m_file;
};

/// Reads the whole of a CSV file; reports a missing file, missing columns and rows of the wrong length.
void eachRow(PackReading &reading, const std::string &file, std::initializer_list<std::string_view> columns,
             const std::function<void(RowReader &)> &read);
/// The elements of a JSON file that is an array of objects.
void eachObject(PackReading &reading, const std::string &file, const std::function<void(ObjectReader &)> &read);
/// A JSON file that is one object.
void oneObject(PackReading &reading, const std::string &file, const std::function<void(ObjectReader &)> &read);

} // namespace zsb
