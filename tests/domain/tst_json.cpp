#include "core/domain/command.h"
#include "core/domain/event.h"
#include "core/domain/json.h"

#include <QTest>

#include <set>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

/// Fills every member of anything that lists its members with something that is not its default.
struct Filler
{
    int count = 0;

    std::string text() { return "文字 \"" + std::to_string(++count) + "\""; }
    void fill(std::string &value) { value = text(); }
    void fill(bool &value) { value = true; }
    void fill(int &value) { value = ++count; }
    void fill(std::int64_t &value) { value = (std::int64_t(1) << 53) + ++count; }
    void fill(Instant &value) { value = Instant{1676422800123ms} + std::chrono::milliseconds(++count); }
    void fill(Field &value) { value = Field::Sex; }
    template<typename Tag>
    void fill(Id<Tag> &value)
    {
        value.value = text();
    }
    template<json::Named E>
    void fill(E &value)
    {
        value = enumIds(E{}).back().first;
    }
    template<typename T>
    void fill(std::optional<T> &value)
    {
        fill(value.emplace());
    }
    template<typename T>
    void fill(std::vector<T> &values)
    {
        fill(values.emplace_back());
        fill(values.emplace_back());
    }
    template<typename T>
    void fill(std::map<std::string, T> &values)
    {
        fill(values[text()]);
    }
    void fill(std::map<Field, std::string> &values) { values = {{Field::Name, text()}, {Field::Phone, {}}}; }
    template<json::Struct T>
    void fill(T &value)
    {
        std::apply([&](const auto &...members) { (fill(value.*members.pointer), ...); }, T::members());
    }
    template<typename... Ts>
    void fill(std::variant<Ts...> &)
    {
    }
};

/// Every alternative of a variant, full and empty.
template<typename Body, typename... Ts>
std::vector<Body> allKinds(const std::variant<Ts...> &)
{
    std::vector<Body> kinds;
    const auto add = [&kinds]<typename T>(T value) {
        kinds.emplace_back(value);
        Filler{}.fill(value);
        kinds.emplace_back(std::move(value));
    };
    (add(Ts{}), ...);
    return kinds;
}

template<typename Envelope>
Envelope enveloped(decltype(Envelope::body) body)
{
    Envelope envelope;
    Filler{}.fill(envelope);
    envelope.body = std::move(body);
    return envelope;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

/// What is stored and sent is read back the same for ever, and what is wrong with it is named by its place.
class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfCommandComesBack();
    void everyKindOfEventComesBack();
    void applicationComesBack();
    void kindsAreDistinct();
    void defaultsAreNotWritten();
    void wrongJsonNamesThePlace_data();
    void wrongJsonNamesThePlace();
    void bytesAreForever();
};

void TestJson::everyKindOfCommandComesBack()
{
    for (const CommandBody &body : allKinds<CommandBody>(CommandBody{})) {
        const auto command = enveloped<Command>(body);
        const QByteArray bytes = compact(toJson(command));
        const auto back = commandFromJson(QJsonDocument::fromJson(bytes).object());
        QVERIFY2(back, back ? "" : back.error().detail.c_str());
        QVERIFY2(*back == command, kindOf(body).data());
        QCOMPARE(compact(toJson(*back)), bytes);
    }
}

void TestJson::everyKindOfEventComesBack()
{
    for (const EventBody &body : allKinds<EventBody>(EventBody{})) {
        const auto event = enveloped<Event>(body);
        const QByteArray bytes = compact(toJson(event));
        const auto back = eventFromJson(QJsonDocument::fromJson(bytes).object());
        QVERIFY2(back, back ? "" : back.error().detail.c_str());
        QVERIFY2(*back == event, kindOf(body).data());
        QCOMPARE(compact(toJson(*back)), bytes);
    }
}

void TestJson::applicationComesBack()
{
    ApplicationState state;
    QVERIFY(*applicationFromJson(toJson(state)) == state);
    Filler{}.fill(state);
    const auto back = applicationFromJson(QJsonDocument::fromJson(compact(toJson(state))).object());
    QVERIFY2(back, back ? "" : back.error().detail.c_str());
    QVERIFY(*back == state);
}

void TestJson::kindsAreDistinct()
{
    std::set<std::string_view> commands;
    std::set<std::string_view> events;
    for (const CommandBody &body : allKinds<CommandBody>(CommandBody{}))
        commands.insert(kindOf(body));
    for (const EventBody &body : allKinds<EventBody>(EventBody{}))
        events.insert(kindOf(body));
    QCOMPARE(commands.size(), std::variant_size_v<CommandBody::Variant>);
    QCOMPARE(events.size(), std::variant_size_v<EventBody::Variant>);
}

void TestJson::defaultsAreNotWritten()
{
    Command command;
    command.body = Approve{};
    const QJsonObject body = toJson(command).value(QStringLiteral("body")).toObject();
    QCOMPARE(compact(body), QByteArray(R"({"kind":"approve"})"));
}

void TestJson::wrongJsonNamesThePlace_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("unknown kind") << QByteArray(R"({"kind":"explode"})") << QByteArray("/body/kind: unknown kind");
    QTest::newRow("no kind") << QByteArray("{}") << QByteArray("/body/kind: unknown kind");
    QTest::newRow("unknown key") << QByteArray(R"({"kind":"approve","haste":1})") << QByteArray("/body: unknown key");
    QTest::newRow("missing") << QByteArray(R"({"kind":"choose-type"})") << QByteArray("/body/type_id: missing");
    QTest::newRow("not a text") << QByteArray(R"({"kind":"choose-type","type_id":7})")
                                << QByteArray("/body/type_id: not a text");
    QTest::newRow("unknown field") << QByteArray(R"({"kind":"set-fields","fields":{"shoe":"42"}})")
                                   << QByteArray("/body/fields: unknown field");
    QTest::newRow("field not a text") << QByteArray(R"({"kind":"set-fields","fields":{"sex":1}})")
                                      << QByteArray("/body/fields/sex: not a text");
    QTest::newRow("list") << QByteArray(R"({"kind":"refuse","reasons":[{"code":"1"},{"code":2}]})")
                          << QByteArray("/body/reasons/1/code: not a text");
    QTest::newRow("enum") << QByteArray(R"({"kind":"settle","judgement":"maybe"})")
                          << QByteArray("/body/judgement: unknown value");
    QTest::newRow("instant") << QByteArray(R"({"kind":"record-identity","collected_at":"yesterday"})")
                             << QByteArray("/body/collected_at: not an instant");
    QTest::newRow("fraction") << QByteArray(R"({"kind":"record-payment","state":"paid","amount_fen":1.5})")
                              << QByteArray("/body/amount_fen: not a whole number");
}

void TestJson::wrongJsonNamesThePlace()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, detail);
    QJsonObject json = toJson(enveloped<Command>(Approve{}));
    json.insert(QStringLiteral("body"), QJsonDocument::fromJson(body).object());
    const auto command = commandFromJson(json);
    QVERIFY(!command);
    QCOMPARE(command.error().code, ErrorCode::Invalid);
    QCOMPARE(QByteArray::fromStdString(command.error().detail), detail);
}

/// What is in a log must read the same in every later version: these bytes may never change.
void TestJson::bytesAreForever()
{
    Event event;
    event.application.value = "a";
    event.sequence = 3;
    event.command.value = "c";
    event.actor.value = "u";
    event.role = "school";
    event.at = Instant{1676422800000ms};
    event.packHash = "p";
    event.body = FieldsSet{.fields = {{Field::Sex, "1"}}};
    QCOMPARE(compact(toJson(event)),
             QByteArray(R"({"actor":"u","application":"a","at":"2023-02-15T01:00:00Z","body":{"fields":{"sex":"1"},)"
                        R"("kind":"fields-set"},"command":"c","pack_hash":"p","role":"school","sequence":3})"));
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
