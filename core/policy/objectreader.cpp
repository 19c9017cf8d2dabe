#include "core/policy/packreader.h"

#include <array>
#include <limits>

namespace zsb {
namespace {

using Kind = JsonNode::Kind;

constexpr std::array<std::string_view, 7> kindsZh = {"null", "true 或 false", "整数", "数", "文本", "数组", "对象"};
constexpr std::array<std::string_view, 7> kindsEn = {"null",   "true or false", "a whole number", "a number",
                                                     "a text", "an array",      "an object"};

Text mustBe(Kind kind)
{
    return {"应为" + std::string(kindsZh[std::size_t(kind)]), "must be " + std::string(kindsEn[std::size_t(kind)])};
}

std::string joined(const std::string &path, std::string_view key)
{
    if (path.empty() || key.empty())
        return path + std::string(key);
    return path + '.' + std::string(key);
}

void readElements(PackReading &reading, const JsonNode &array, const PackPlace &place,
                  const std::function<void(ObjectReader &)> &read)
{
    std::size_t number = 0;
    for (const JsonNode &element : array.items) {
        const PackPlace at{place.file, element.line, joined(place.key, elementName(element, ++number))};
        if (element.kind != Kind::Object) {
            reading.problem(at, mustBe(Kind::Object));
            continue;
        }
        ObjectReader reader(reading, element, at);
        read(reader);
        reader.finish();
    }
}

std::optional<JsonNode> fileContent(PackReading &reading, const std::string &file, Kind kind)
{
    const auto at = reading.files.find(file);
    if (at == reading.files.end()) {
        reading.unreadable({file, 0, {}}, {"缺少此文件", "this file is missing"});
        return std::nullopt;
    }
    JsonReading json = readJson(at->second);
    if (!json.ok) {
        reading.unreadable({file, json.line, {}}, json.problem);
        return std::nullopt;
    }
    if (json.root.kind != kind) {
        reading.unreadable({file, json.root.line, {}}, mustBe(kind));
        return std::nullopt;
    }
    return std::move(json.root);
}

} // namespace

ObjectReader::ObjectReader(PackReading &reading, const JsonNode &node, PackPlace place)
    : m_reading(reading), m_node(node), m_place(std::move(place))
{
}

PackPlace ObjectReader::place(std::string_view key) const
{
    const JsonNode *member = m_node.member(key);
    return {m_place.file, member ? member->line : m_node.line, joined(m_place.key, key)};
}

void ObjectReader::problem(std::string_view key, Text message)
{
    m_reading.problem(place(key), std::move(message));
}

const JsonNode *ObjectReader::take(std::string_view key)
{
    m_taken.emplace(key);
    return m_node.member(key);
}

const JsonNode *ObjectReader::required(std::string_view key)
{
    const JsonNode *member = take(key);
    if (!member)
        problem(key, {"缺少此项", "is missing"});
    return member;
}

const JsonNode *ObjectReader::ofKind(const JsonNode *node, Kind kind, std::string_view key)
{
    if (!node || node->kind == kind)
        return node;
    m_reading.problem({m_place.file, node->line, joined(m_place.key, key)}, mustBe(kind));
    return nullptr;
}

std::string ObjectReader::text(std::string_view key)
{
    const JsonNode *member = ofKind(required(key), Kind::String, key);
    if (member && member->string.empty())
        problem(key, {"不能为空", "must not be empty"});
    return member ? member->string : std::string();
}

std::string ObjectReader::optionalText(std::string_view key)
{
    const JsonNode *member = ofKind(take(key), Kind::String, key);
    return member ? member->string : std::string();
}

std::string ObjectReader::words(std::string_view key, std::optional<Placeholders> known)
{
    std::string written = text(key);
    m_reading.checkPlaceholders(place(key), written, known);
    return written;
}

Text ObjectReader::bilingualOf(const JsonNode *node, std::string_view key, std::optional<Placeholders> known)
{
    if (!ofKind(node, Kind::Object, key))
        return {};
    ObjectReader reader(m_reading, *node, {m_place.file, node->line, joined(m_place.key, key)});
    Text both{reader.words("zh", known), reader.words("en", known)};
    reader.finish();
    return both;
}

Text ObjectReader::bilingual(std::string_view key, std::optional<Placeholders> known)
{
    return bilingualOf(required(key), key, known);
}

Text ObjectReader::optionalBilingual(std::string_view key)
{
    return bilingualOf(take(key), key, Placeholders{});
}

std::int64_t ObjectReader::integer(std::string_view key)
{
    const JsonNode *member = ofKind(required(key), Kind::Integer, key);
    return member ? member->integer : 0;
}

std::int64_t ObjectReader::count(std::string_view key)
{
    const std::int64_t number = integer(key);
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    if (number < 0)
        problem(key, {"不能为负数", "must not be negative"});
    if (number > most)
        problem(key, {"太大", "is too large"});
    return number;
}

std::int64_t ObjectReader::optionalInteger(std::string_view key, std::int64_t otherwise)
{
    return m_node.member(key) ? integer(key) : otherwise;
}

bool ObjectReader::flag(std::string_view key)
{
    const JsonNode *member = ofKind(required(key), Kind::Boolean, key);
    return member && member->boolean;
}

bool ObjectReader::optionalFlag(std::string_view key, bool otherwise)
{
    return m_node.member(key) ? flag(key) : otherwise;
}

std::vector<std::string> ObjectReader::strings(const JsonNode *node, std::string_view key)
{
    std::vector<std::string> all;
    if (!ofKind(node, Kind::Array, key))
        return all;
    for (const JsonNode &element : node->items) {
        if (ofKind(&element, Kind::String, key))
            all.push_back(element.string);
    }
    return all;
}

std::vector<std::string> ObjectReader::list(std::string_view key)
{
    return strings(required(key), key);
}

std::vector<std::string> ObjectReader::optionalList(std::string_view key)
{
    return strings(take(key), key);
}

std::optional<Day> ObjectReader::optionalDay(std::string_view key)
{
    const std::string written = optionalText(key);
    const auto day = parseDay(written);
    if (!written.empty() && !day)
        problem(key, {"应为存在的日期 YYYY-MM-DD", "must be a day that exists, YYYY-MM-DD"});
    return day;
}

Instant ObjectReader::instant(std::string_view key)
{
    const std::string written = text(key);
    const auto moment = parseInstant(written);
    if (!written.empty() && !moment)
        problem(key, {"应为带时区的时刻 YYYY-MM-DDTHH:MM:SS+08:00",
                      "must be an instant with an offset, YYYY-MM-DDTHH:MM:SS+08:00"});
    return moment.value_or(Instant{});
}

std::string ObjectReader::reference(std::string_view key, PackTarget target)
{
    std::string name = text(key);
    m_reading.refer(target, name, place(key));
    return name;
}

std::string ObjectReader::optionalReference(std::string_view key, PackTarget target)
{
    std::string name = optionalText(key);
    m_reading.refer(target, name, place(key));
    return name;
}

std::vector<std::string> ObjectReader::references(std::string_view key, PackTarget target)
{
    std::vector<std::string> names = optionalList(key);
    for (const std::string &name : names)
        m_reading.refer(target, name, place(key));
    return names;
}

void ObjectReader::each(std::string_view key, const std::function<void(ObjectReader &)> &read, bool isRequired)
{
    if (const JsonNode *array = ofKind(isRequired ? required(key) : take(key), Kind::Array, key))
        readElements(m_reading, *array, place(key), read);
}

void ObjectReader::object(std::string_view key, const std::function<void(ObjectReader &)> &read, bool isRequired)
{
    const JsonNode *member = ofKind(isRequired ? required(key) : take(key), Kind::Object, key);
    if (!member)
        return;
    ObjectReader reader(m_reading, *member, place(key));
    read(reader);
    reader.finish();
}

void ObjectReader::finish()
{
    for (const JsonNode &member : m_node.items) {
        if (!m_taken.contains(member.key))
            problem(member.key, {"不认识的键", "unknown key"});
    }
}

void eachObject(PackReading &reading, const std::string &file, const std::function<void(ObjectReader &)> &read)
{
    if (const auto root = fileContent(reading, file, Kind::Array))
        readElements(reading, *root, {file, root->line, {}}, read);
}

void oneObject(PackReading &reading, const std::string &file, const std::function<void(ObjectReader &)> &read)
{
    const auto root = fileContent(reading, file, Kind::Object);
    if (!root)
        return;
    ObjectReader reader(reading, *root, {file, root->line, {}});
    read(reader);
    reader.finish();
}

} // namespace zsb
