#include "tests/support/bigseason.h"

#include "core/storage/chain.h"
#include "core/storage/eventlog.h"
#include "core/storage/projectedrows.h"
#include "core/storage/schema.h"
#include "core/workflow/workflow.h"
#include "tests/support/testpack.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::array surnames = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡",
                                 "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐",
                                 "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭",
                                 "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎"};
constexpr std::array given = {"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰",
                              "娟", "涛", "明", "超", "秀", "霞", "平", "刚", "桂", "英", "华", "玉", "萍",
                              "红", "波", "辉", "建", "文", "斌", "海", "宇", "浩", "鑫", "凯", "晨", "雪",
                              "梅", "琳", "欣", "怡", "佳", "思", "雨", "子", "梓", "一", "博"};
constexpr std::array severities = {"clean", "clean", "clean", "warning", "error"};

std::string padded(std::int64_t number, int width)
{
    return QString::number(number).rightJustified(width, u'0').toStdString();
}

std::vector<Event> eventsOf(int at, const BigPerson &person, const Pack &pack)
{
    const CandidateType &type = pack.types.at(std::size_t(at) % pack.types.size());
    const std::vector<EventBody> bodies = {DraftCreated{person.number, Origin::Import}, TypeChosen{type.id, {}},
                                           FieldsSet{{{Field::Name, person.name},
                                                      {Field::DocumentNumber, person.document},
                                                      {Field::Phone, person.phone},
                                                      {Field::College, person.college},
                                                      {Field::Sex, "1"},
                                                      {Field::PostalCode, "010010"},
                                                      {Field::MailingAddress, "内蒙古自治区呼和浩特市某路某号"}}},
                                           Submitted{0, "first"}};
    std::vector<Event> events;
    for (const EventBody &body : bodies)
        events.push_back({.application = {"0190f0a0-0000-7000-8000-" + padded(at, 12)},
                          .sequence = int(events.size()) + 1,
                          .command = {"c" + std::to_string(at) + '-' + std::to_string(events.size())},
                          .actor = {"importer"},
                          .role = std::string(importRole),
                          .at = bigSeasonStart + std::chrono::seconds(at),
                          .packHash = pack.hash,
                          .body = body});
    return events;
}

bool insertRow(const Database &database, const QString &table, const std::vector<ProjectedColumn> &columns)
{
    QStringList names;
    std::vector<SqlValue> values;
    for (const ProjectedColumn &column : columns) {
        names.append(QString::fromUtf16(column.name));
        values.push_back(column.value);
    }
    const QString marks = u"?, "_s.repeated(names.size()).chopped(2);
    return database.execute(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, names.join(u", "_s), marks), values)
        .has_value();
}

bool makeOne(const Database &database, const EventLog &log, const Pack &pack, Spelling &spelling, int at)
{
    const PlainCodec codec;
    const BigPerson person(at);
    const std::vector<Event> events = eventsOf(at, person, pack);
    const ApplicationState state = fold(events);
    const std::vector<Reading> readings = spelling.read(person);
    std::vector<ProjectedColumn> columns =
        projectedColumns(state, sharedKeysOf(state, pack, codec), events.back().at, codec, readings);
    for (ProjectedColumn &column : projectedFindings(state, {}, codec)) {
        if (QStringView(column.name) == u"severity")
            column.value = sqlText(person.severity);
        columns.push_back(column);
    }
    columns.push_back({u"row", sqlInteger(at)});
    return log.append(events, "made") && insertRow(database, u"application"_s, columns) &&
           insertRow(database, u"name_fts"_s,
                     {{u"rowid", sqlInteger(at)}, {u"tokens", sqlText(projectedTokens(state, codec))}}) &&
           insertRow(database, u"reading"_s,
                     {{u"application", sqlInteger(at)},
                      {u"py", sqlText(readings.front().py)},
                      {u"pyi", sqlText(readings.front().pyi)}});
}

} // namespace

BigPerson::BigPerson(int at)
{
    std::mt19937 random{std::uint32_t(at)};
    const auto pick = [&random](const auto &from) { return std::string(from[random() % from.size()]); };
    characters = {pick(surnames), pick(given)};
    if (random() % 5 != 0)
        characters.push_back(pick(given));
    for (const std::string &character : characters)
        name += character;
    document = "150102" + padded(1998 + std::int64_t(random() % 6), 4) + padded(1 + std::int64_t(random() % 12), 2) +
               padded(1 + std::int64_t(random() % 28), 2) + padded(std::int64_t(random() % 10000), 4);
    number = "2023150" + padded(at, 7);
    phone = "139" + padded(at, 8);
    college = "学院" + std::to_string(random() % 40);
    severity = pick(severities);
}

std::vector<Reading> Spelling::read(const BigPerson &person)
{
    Reading whole;
    for (const std::string &character : person.characters) {
        const Reading &one = known(character);
        whole.py += one.py;
        whole.pyi += one.pyi;
    }
    return {whole};
}

const Reading &Spelling::known(const std::string &character)
{
    const auto at = m_known.find(character);
    return at != m_known.end() ? at->second
                               : m_known.emplace(character, m_reader.read(character).front()).first->second;
}

bool makeBigSeason(const std::string &folder, int count)
{
    if (!QDir().mkpath(QString::fromStdString(folder)))
        return false;
    const std::string path = folder + "/zsb.db";
    const auto database = Database::open(path, Database::Access::ReadWrite);
    if (!database || !migrate(**database, path) || !(*database)->execute(u"PRAGMA synchronous=OFF"_s))
        return false;
    const PlainCodec codec;
    const EventLog log(**database, codec);
    Spelling spelling;
    for (int at = 1; at <= count;) {
        Result<Transaction> transaction = Transaction::begin(**database);
        for (const int end = std::min(count + 1, at + 50'000); transaction && at < end; ++at) {
            if (!makeOne(**database, log, nm2023(), spelling, at))
                return false;
        }
        if (!transaction || !transaction->commit())
            return false;
    }
    return true;
}

} // namespace zsb
