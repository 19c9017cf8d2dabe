#include "tests/sim/simcourier.h"

#include "core/base/hash.h"
#include "core/sync/claimedpictures.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cstring>

namespace zsb::sim {
namespace {

Attachment fileOf(const std::string &sha256, std::size_t bytes)
{
    Attachment file;
    file.sha256 = sha256;
    file.fileName = "a.jpg";
    file.facts = {.format = ImageFormat::Jpeg, .bytes = std::int64_t(bytes), .sha256 = sha256};
    file.addedAt = simStart;
    return file;
}

std::string filesHere(const Store &store, const ApplicationState &state)
{
    std::string text;
    const auto add = [&](const std::string &slot, const Attachment &file) {
        if (store.blobs().isWhole(file.sha256))
            text += state.id.value + ' ' + slot + ' ' + file.sha256 + '\n';
    };
    if (state.portrait)
        add("portrait", *state.portrait);
    for (const auto &[slot, files] : state.materials)
        std::ranges::for_each(files, [&](const Attachment &file) { add(slot, file); });
    return text;
}

Holdings holdingsOf(Store &store)
{
    Holdings all;
    std::string states;
    Result<Rows> rows = store.database().run(QStringLiteral("SELECT id FROM application ORDER BY id"));
    while (rows && rows->next()) {
        ApplicationState state = *store.state({rows->text(0)});
        all.files += filesHere(store, state);
        state.revision = 0;
        states += QString::fromUtf8(QJsonDocument(toJson(state)).toJson()).toStdString();
    }
    all.states = sha256Hex(states);
    return all;
}

/// As the line of the product sends it.
HttpResponse withBody(HttpResponse response)
{
    QFile file(QString::fromStdString(response.file));
    if (!response.file.empty() && file.open(QIODevice::ReadOnly))
        response.body = file.readAll().toStdString();
    return response;
}

} // namespace

ReadBytes readerOf(const std::string &bytes)
{
    return [&bytes, at = std::size_t(0)](std::span<char> into) mutable -> Result<std::size_t> {
        const std::size_t count = std::min(into.size(), bytes.size() - at);
        std::memcpy(into.data(), bytes.data() + at, count);
        at += count;
        return count;
    };
}

WriteBytes writerTo(std::string &bytes)
{
    return [&bytes](std::string_view more) {
        bytes += more;
        return done();
    };
}

ParcelWish claiming(int count)
{
    return {.lease = LeaseRequest{.count = count, .minutes = 2160, .role = courierReviewer.role}};
}

bool SimCourier::begin(const SimPerson &person)
{
    m_person = person;
    m_now = simStart;
    m_ids = 0;
    for (const char *whose : {"/server/blobs", "/client-0/blobs"})
        emptyFolder(m_world.folder.path() + whose);
    return m_server.begin(m_now, 5, nullptr) && m_client.begin(m_server, person, {}, 6, nullptr);
}

bool SimCourier::addAtServer(char digit)
{
    const std::string bytes(largeFile, digit);
    const Result<std::string> sha256 = m_server.store().blobs().put(bytes);
    if (!sha256)
        return false;
    const std::vector<CommandBody> bodies = {
        CreateDraft{std::string("202315000000") + digit, Origin::Import}, ChooseType{"N1"},
        SetFields{{{Field::Name, "王五"}, {Field::DocumentNumber, std::string("15010220010315001") + digit}}},
        AttachPortrait{fileOf(*sha256, bytes.size())}, Submit{}};
    std::vector<Command> commands;
    for (const CommandBody &body : bodies) {
        commands.push_back({.id = {std::string("large-") + digit + std::to_string(commands.size())},
                            .application = {std::string("large-") + digit},
                            .actor = {"importer"},
                            .role = std::string(importRole),
                            .at = simStart,
                            .revision = int(commands.size()),
                            .packHash = m_world.book->pack().hash,
                            .body = body});
    }
    return m_server.store().executeAll(commands, *m_world.book, simStart).has_value();
}

bool SimCourier::work()
{
    if (m_person.role == courierRegistrar.role && !attach(std::string(largeFile, 'p')))
        return false;
    for (int i = 0; i < 12; ++i) {
        m_client.act(m_now);
        m_now += std::chrono::seconds(20);
    }
    m_server.setNow(m_now);
    return true;
}

void SimCourier::syncByLine()
{
    m_client.hurry();
    while (std::optional<Exchange> exchange = m_client.ask(m_now))
        m_client.take(exchange->ticket, exchange->request, withBody(m_server.serve(exchange->request)), m_now);
}

void SimCourier::claimByLine(int count)
{
    m_client.engine().lease(*claiming(count).lease);
    syncByLine();
    const auto mine = claimedFiles(m_client.store(), {m_person.actor}, m_now);
    for (const QueueEntry &entry : *mine) {
        for (const std::string &sha256 : picturesOf(*m_client.store().state(entry.id)))
            m_client.engine().fetch({sha256, false});
    }
    syncByLine();
}

std::string SimCourier::packed(const ParcelWish &wish)
{
    std::string parcel;
    return packParcel(m_client.store(), {m_person.actor}, wish, m_now, writerTo(parcel)) ? parcel : std::string();
}

std::string SimCourier::answered(const std::string &parcel, int version)
{
    std::string back;
    const auto serve = [this](const HttpRequest &request, const ActorId &actor) {
        HttpRequest asPerson = request;
        Caller caller;
        caller.actor = actor;
        caller.scopes = {{.role = m_person.role}};
        asPerson.headers["authorization"] = "Bearer " + m_server.token(caller, m_now + std::chrono::minutes(10));
        return m_server.serve(asPerson);
    };
    const Result<ParcelAnswered> answered =
        answerParcel(readerOf(parcel), writerTo(back), {.version = version, .now = m_now, .mostBytes = m_most}, serve);
    m_answered = answered ? *answered : ParcelAnswered{};
    return answered ? back : std::string();
}

bool SimCourier::take(const std::string &back)
{
    const Result<ParcelNews> news = takeParcel(m_client.engine(), readerOf(back), m_now);
    m_news = news ? *news : ParcelNews{};
    return news.has_value();
}

bool SimCourier::syncByBundle(const ParcelWish &wish)
{
    const std::string back = carried(answered(carried(packed(wish))));
    return !back.empty() && take(back);
}

Holdings SimCourier::atServer()
{
    return holdingsOf(m_server.store());
}

Holdings SimCourier::atClient()
{
    return holdingsOf(m_client.store());
}

std::size_t SimCourier::held(const Store &store) const
{
    return claimedFiles(store, {m_person.actor}, m_now)->size();
}

bool SimCourier::run(const ApplicationId &id, CommandBody body)
{
    const Result<ApplicationState> state = m_client.store().state(id);
    const Command command{.id = {"own-" + std::to_string(++m_ids)},
                          .application = id,
                          .actor = {m_person.actor},
                          .role = m_person.role,
                          .at = m_now,
                          .revision = state ? state->revision : 0,
                          .packHash = m_world.book->pack().hash,
                          .body = std::move(body)};
    const Result<Execution> answer = m_client.store().execute(command, *m_world.book, m_now);
    return answer && std::holds_alternative<Executed>(*answer);
}

/// To a new application, at a desk.
bool SimCourier::attach(const std::string &bytes)
{
    const ApplicationId id{"large"};
    const Result<std::string> sha256 = m_client.store().blobs().put(bytes);
    return sha256 && run(id, CreateDraft{"N-large", Origin::Desk}) && run(id, AcceptNotice{"desk"}) &&
           run(id, ChooseType{"N1"}) && run(id, AttachPortrait{fileOf(*sha256, bytes.size())});
}

/// Through a sealed and signed file.
std::string SimCourier::carried(const std::string &parcel) const
{
    SimRandom random(9);
    const BoxKey box = newBoxKey(random.source());
    std::string bundle;
    const BundleInfo info{
        .id = "b", .kind = parcelKind(ParcelWay::There), .sender = m_world.key->publicKey, .made = m_now};
    if (!writeBundle(info, *m_world.key, {.recipients = {box.publicKey}}, readerOf(parcel), writerTo(bundle),
                     random.source()))
        return {};
    std::string opened;
    const std::vector<std::string> trusted = {m_world.key->publicKey};
    const BundleOpening opening{.trusted = trusted, .recipient = &box};
    return readBundle(opening, readerOf(bundle), writerTo(opened)) ? opened : std::string();
}

} // namespace zsb::sim
