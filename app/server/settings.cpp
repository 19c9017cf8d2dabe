#include "app/server/settings.h"

#include "app/server/http/ipaddress.h"
#include "core/domain/json.h"
#include "core/storage/durablefile.h"
#include "core/storage/postgreslocation.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <charconv>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString settingsFile(const std::string &folder)
{
    return QString::fromStdString(folder) + u"/server.json"_s;
}

bool isSetting(std::string_view key)
{
    return std::apply([key](const auto &...members) { return ((members.key == key) || ...); }, Settings::members());
}

Result<Settings> fromFile(const std::string &folder)
{
    QFile file(settingsFile(folder));
    if (!file.exists())
        return Settings{};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "server.json: " + file.errorString().toStdString()};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return Error{ErrorCode::Invalid, "server.json: no JSON object, at byte " + std::to_string(error.offset)};
    for (const QString &key : document.object().keys()) {
        if (!isSetting(key.toStdString()))
            return Error{ErrorCode::Invalid, "server.json: /" + key.toStdString() + ": unknown key"};
    }
    Result<Settings> settings = fromJsonValue<Settings>(QJsonValue(document.object()));
    return settings ? settings : Result<Settings>(within("server.json", settings.error()));
}

std::vector<std::string> listOf(const std::string &text)
{
    std::vector<std::string> list;
    for (const QString &one : QString::fromStdString(text).split(u',', Qt::SkipEmptyParts))
        list.push_back(one.trimmed().toStdString());
    return list;
}

template<typename E>
bool readEnum(const std::string &text, E &into)
{
    const auto value = fromId<E>(text);
    into = value.value_or(into);
    return text.empty() || value.has_value();
}

bool readNumber(const std::string &text, int &into)
{
    const char *end = text.data() + text.size();
    return text.empty() || std::from_chars(text.data(), end, into).ptr == end;
}

void readText(const std::string &text, std::string &into)
{
    if (!text.empty())
        into = text;
}

void readList(const std::string &text, std::vector<std::string> &into)
{
    if (!text.empty())
        into = listOf(text);
}

/// Checkpoints begin with it, and end it at a blank.
Done checkName(const std::string &name)
{
    const bool isGood = !name.empty() && std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '+';
    });
    return isGood ? done()
                  : Done(Error{ErrorCode::Invalid,
                               "name (ZSB_SERVER_NAME): the service needs a name without blanks and +"});
}

/// They are compared as connections name them; names and networks would never be met.
Done checkProxies(const std::vector<std::string> &proxies)
{
    for (const std::string &proxy : proxies) {
        if (proxy.empty() || ipAddressText(proxy) != proxy)
            return Error{ErrorCode::Invalid, "trusted_proxies (ZSB_SERVER_TRUSTED_PROXIES): " + proxy +
                                                 " is no IP address as connections show it, such as 10.0.0.2 or ::1"};
    }
    return done();
}

} // namespace

Result<Settings> readSettings(const std::string &folder, const Environment &environment)
{
    Result<Settings> read = fromFile(folder);
    if (!read)
        return read;
    Settings &settings = *read;
    readText(environment("ZSB_SERVER_LISTEN"), settings.listen);
    readText(environment("ZSB_SERVER_DB"), settings.database);
    readText(environment("ZSB_SERVER_PACK"), settings.pack);
    readText(environment("ZSB_SERVER_NAME"), settings.name);
    readText(environment("ZSB_SERVER_KEYS"), settings.keys);
    settings.areKeysDelivered = !settings.keys.empty() && settings.keys == environment("CREDENTIALS_DIRECTORY");
    readText(environment("ZSB_SERVER_MESSAGES"), settings.messages);
    readText(environment("ZSB_SERVER_CERTIFICATE"), settings.certificate);
    readText(environment("ZSB_SERVER_PRIVATE_KEY"), settings.privateKey);
    readList(environment("ZSB_SERVER_NAMES"), settings.names);
    readList(environment("ZSB_SERVER_EARLIER_PACKS"), settings.earlierPacks);
    readList(environment("ZSB_SERVER_TRUSTED_PROXIES"), settings.trustedProxies);
    if (!readEnum(environment("ZSB_SERVER_TLS"), settings.tls) ||
        !readEnum(environment("ZSB_SERVER_LOG"), settings.log))
        return Error{ErrorCode::Invalid, "ZSB_SERVER_TLS or ZSB_SERVER_LOG: unknown value"};
    if (!readNumber(environment("ZSB_SERVER_READERS"), settings.readers) ||
        !readNumber(environment("ZSB_SERVER_BATCH"), settings.batch) ||
        !readNumber(environment("ZSB_SERVER_CONNECTIONS"), settings.connections) ||
        !readNumber(environment("ZSB_SERVER_REQUESTS"), settings.requests) ||
        !readNumber(environment("ZSB_SERVER_PARCEL"), settings.parcel))
        return Error{ErrorCode::Invalid, "ZSB_SERVER_READERS, ZSB_SERVER_BATCH, ZSB_SERVER_CONNECTIONS, "
                                         "ZSB_SERVER_REQUESTS or ZSB_SERVER_PARCEL: not a whole number"};
    return read;
}

Done checkSettings(const Settings &settings)
{
    constexpr int mostReaders = 64;
    constexpr int mostBatch = 256;
    constexpr int mostConnections = 100'000;
    constexpr int mostRequests = 1'000'000;
    constexpr int mostParcel = 100'000;
    if (const auto place = listenPlace(settings.listen); !place)
        return place.error();
    if (settings.readers < 1 || settings.readers > mostReaders)
        return Error{ErrorCode::Invalid, "readers: 1 to 64"};
    if (settings.batch < 1 || settings.batch > mostBatch)
        return Error{ErrorCode::Invalid, "batch: 1 to 256"};
    if (settings.connections < 1 || settings.connections > mostConnections)
        return Error{ErrorCode::Invalid, "connections: 1 to 100000"};
    if (settings.requests < 1 || settings.requests > mostRequests)
        return Error{ErrorCode::Invalid, "requests: 1 to 1000000"};
    if (settings.parcel < 1 || settings.parcel > mostParcel)
        return Error{ErrorCode::Invalid, "parcel: 1 to 100000"};
    if (Done named = checkName(settings.name); !named)
        return named;
    if (Done known = checkProxies(settings.trustedProxies); !known)
        return known;
    if (settings.tls == TlsMode::Files && (settings.certificate.empty() || settings.privateKey.empty()))
        return Error{ErrorCode::Invalid, "tls: files needs certificate and private_key"};
    const QFileInfo program(QString::fromStdString(settings.messages));
    if (!settings.messages.empty() && !(program.isAbsolute() && program.isFile() && program.isExecutable()))
        return Error{ErrorCode::Invalid,
                     "messages (ZSB_SERVER_MESSAGES): " + settings.messages + " is no program named by its whole path"};
    if (settings.database == "sqlite")
        return done();
    const auto location = postgresLocation(settings.database);
    return location ? done() : Done(within("db", location.error()));
}

Done writeSettings(const std::string &folder, const Settings &settings)
{
    const QByteArray text = QJsonDocument(toJsonValue(settings).toObject()).toJson();
    const std::string path = settingsFile(folder).toStdString();
    Done written = writeWhole(path, {text.constData(), std::size_t(text.size())}, Sync::Yes);
    return written ? written : within(path, written.error());
}

Result<ListenPlace> listenPlace(const std::string &text)
{
    const Error wrong{ErrorCode::Invalid, "listen: " + text + ": address:port is wanted, such as 127.0.0.1:8443"};
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return wrong;
    ListenPlace place{text.substr(0, colon), 0};
    if (place.address.starts_with('[') && place.address.ends_with(']'))
        place.address = place.address.substr(1, place.address.size() - 2);
    else if (place.address.find(':') != std::string::npos)
        return wrong;
    const char *end = text.data() + text.size();
    const auto [stopped, failed] = std::from_chars(text.data() + colon + 1, end, place.port);
    return stopped == end && failed == std::errc() ? Result<ListenPlace>(place) : Result<ListenPlace>(wrong);
}

} // namespace zsb
