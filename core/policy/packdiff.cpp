#include "core/policy/packdiff.h"

#include "core/base/hash.h"
#include "core/policy/csvtable.h"
#include "core/policy/jsontree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace zsb {
namespace {

/// The values of one file by key.
using Values = std::map<std::string, std::string>;

std::string scalarText(const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Null:
        return "null";
    case JsonNode::Kind::Boolean:
        return node.boolean ? "true" : "false";
    case JsonNode::Kind::Integer:
        return std::to_string(node.integer);
    case JsonNode::Kind::Number: {
        std::array<char, 32> digits{};
        return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), node.number).ptr};
    }
    case JsonNode::Kind::String:
        return node.string;
    case JsonNode::Kind::Array:
    case JsonNode::Kind::Object:
        break;
    }
    return {};
}

bool isContainer(const JsonNode &node)
{
    return node.kind == JsonNode::Kind::Array || node.kind == JsonNode::Kind::Object;
}

std::string joined(const std::string &path, const std::string &key)
{
    return path.empty() ? key : path + '.' + key;
}

void flatten(const JsonNode &node, const std::string &path, Values &values)
{
    const bool isList = node.kind == JsonNode::Kind::Array && std::ranges::none_of(node.items, isContainer);
    if (isList) {
        std::string list;
        for (const JsonNode &item : node.items)
            list.append(list.empty() ? "" : ", ").append(scalarText(item));
        values.emplace(path, std::move(list));
    } else if (isContainer(node)) {
        std::size_t number = 0;
        for (const JsonNode &item : node.items) {
            ++number;
            flatten(item, joined(path, node.kind == JsonNode::Kind::Object ? item.key : elementName(item, number)),
                    values);
        }
    } else {
        values.emplace(path, scalarText(node));
    }
}

std::string wholeRow(const CsvTable::Row &row)
{
    std::string all;
    for (const std::string &cell : row.cells)
        all.append(all.empty() ? "" : ", ").append(cell);
    return all;
}

/// Rows are told apart by their first cell; where that repeats, a row is its own key and can only come or go.
Values csvValues(const std::string &bytes)
{
    const CsvTable table = readCsvTable(bytes);
    std::set<std::string> firsts;
    const bool isKeyed = std::ranges::all_of(
        table.rows, [&](const CsvTable::Row &row) { return firsts.insert(row.cells.front()).second; });
    Values values;
    for (const CsvTable::Row &row : table.rows) {
        if (!isKeyed) {
            values.emplace(wholeRow(row), "1");
            continue;
        }
        for (std::size_t i = 0; i < std::min(row.cells.size(), table.header.size()); ++i)
            values.emplace(joined(row.cells.front(), table.header[i]), row.cells[i]);
    }
    return values;
}

Values valuesOf(const std::string &file, const std::string &bytes)
{
    if (file.ends_with(".csv"))
        return csvValues(bytes);
    if (file.ends_with(".json")) {
        if (const JsonReading json = readJson(bytes); json.ok) {
            Values values;
            flatten(json.root, {}, values);
            return values;
        }
    }
    return {{std::string(), sha256Hex(bytes)}};
}

void diffFile(const std::string &file, const Values &before, const Values &after, std::vector<PackChange> &changes)
{
    using Kind = PackChange::Kind;
    for (const auto &[key, value] : before) {
        const auto other = after.find(key);
        if (other == after.end())
            changes.push_back({Kind::Removed, file, key, value, {}});
        else if (other->second != value)
            changes.push_back({Kind::Changed, file, key, value, other->second});
    }
    for (const auto &[key, value] : after) {
        if (!before.contains(key))
            changes.push_back({Kind::Added, file, key, {}, value});
    }
}

} // namespace

std::vector<PackChange> diffPacks(const PackFiles &before, const PackFiles &after)
{
    std::vector<PackChange> changes;
    for (const auto &[file, bytes] : before) {
        const auto other = after.find(file);
        if (other == after.end())
            changes.push_back({PackChange::Kind::Removed, file, {}, {}, {}});
        else if (other->second != bytes)
            diffFile(file, valuesOf(file, bytes), valuesOf(file, other->second), changes);
    }
    for (const auto &[file, bytes] : after) {
        if (!before.contains(file))
            changes.push_back({PackChange::Kind::Added, file, {}, {}, {}});
    }
    std::ranges::stable_sort(changes, {}, [](const PackChange &each) { return std::tie(each.file, each.key); });
    return changes;
}

} // namespace zsb
