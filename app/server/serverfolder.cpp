#include "app/server/serverfolder.h"

#include "core/base/calendar.h"
#include "core/crypto/ownerfile.h"
#include "core/storage/database.h"
#include "core/storage/datafolder.h"
#include "core/storage/durablefile.h"
#include "core/storage/sealedcodec.h"
#include "core/storage/seasonkeys.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t mostPem = 64 * 1024;
constexpr auto signing = "signing";
constexpr auto erased = "/season.erased";

bool isThere(const std::string &path)
{
    return QFile::exists(QString::fromStdString(path));
}

/// A file anybody may read, as certificates are.
Result<std::string> readPem(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, path + " cannot be read: " + file.errorString().toStdString()};
    return file.read(qint64(mostPem)).toStdString();
}

bool isAddress(const std::string &name)
{
    return std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) ||
           name.find(':') != std::string::npos;
}

} // namespace

KeyFileHolder ServerFolder::holder() const
{
    const auto kind = m_settings.areKeysDelivered ? KeyFileHolder::Folder::Delivered : KeyFileHolder::Folder::Own;
    return KeyFileHolder(keys(), m_random, kind);
}

Result<std::string> ServerFolder::secret(const std::string &file, std::size_t most) const
{
    const std::string path = keys() + '/' + file;
    return m_settings.areKeysDelivered ? readDeliveredFile(path, most) : readOwnerFile(path, most);
}

Done ServerFolder::markErased(Instant now) const
{
    if (m_settings.areKeysDelivered)
        return Error{ErrorCode::Refused, "keys: delivered by systemd, not destroyed from here (docs/server.md)"};
    return writeWhole(m_path + erased, formatInstant(now) + '\n', Sync::Yes);
}

Done ServerFolder::make(Instant now) const
{
    if (isThere(m_path + erased))
        return Error{ErrorCode::Refused, "the season of this folder was erased: take another folder"};
    if (Done made = makeDataFolder(m_path); !made)
        return made;
    if (Done room = needRoom(); !room)
        return room;
    if (Done there = needKeys(); !there)
        return there;
    if (Done kept = keepPrivate(); !kept)
        return kept;
    if (!isThere(m_path + "/server.json")) {
        if (Done written = writeSettings(m_path, m_settings); !written)
            return written;
    }
    KeyFileHolder keeper = holder();
    if (const Result<Key> key = loadOrMake(keeper, signing, m_random); !key)
        return within("keys", key.error());
    if (Done made = makeTls(now); !made)
        return made;
    // the season last: where it is, everything it was made with has been
    Done season = makeSeason(now);
    return season ? season : within("season", season.error());
}

/// A folder that is no service's becomes one when there is nothing in it but what a season has.
Done ServerFolder::needRoom() const
{
    if (isThere(m_path + "/server.json"))
        return done();
    static const QStringList ours{
        u"zsb.db*"_s, u"zsb.lock"_s, u"zsb.holder"_s, u"season.keys"_s,      u"blobs"_s,     u"uploads"_s, u"keys"_s,
        u"tls"_s,     u"tmp"_s,      u"previews"_s,   u"before-restore-*"_s, u"lost+found"_s};
    QStringList others;
    for (const QString &name :
         QDir(QString::fromStdString(m_path)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (!QDir::match(ours, name))
            others.append(name);
    }
    if (others.isEmpty())
        return done();
    constexpr qsizetype mostNamed = 5;
    const QString more = others.size() > mostNamed ? u", …"_s : QString();
    return Error{ErrorCode::Refused, m_path + " is neither empty nor a service's, there is: " +
                                         (others.mid(0, mostNamed).join(u", "_s) + more).toStdString()};
}

Done ServerFolder::needDatabase() const
{
    const QDir blobs(QString::fromStdString(m_path) + u"/blobs"_s);
    if (m_settings.database != "sqlite" || isThere(database()) || blobs.isEmpty())
        return done();
    return Error{ErrorCode::NotFound,
                 database() + " is missing beside the pictures of its season: zsb-server restore puts a backup back"};
}

/// What lies here is personal, whoever made the folder and with whatever rights.
Done ServerFolder::keepPrivate() const
{
#ifdef Q_OS_UNIX
    constexpr QFile::Permissions file = QFile::ReadOwner | QFile::WriteOwner;
    for (const char *name : {"", "/zsb.db", "/zsb.db-wal", "/zsb.db-shm", "/season.keys"}) {
        const QString path = QString::fromStdString(m_path + name);
        const QFile::Permissions wanted = *name == '\0' ? file | QFile::ExeOwner : file;
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                              QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        if (QFile::exists(path) && (QFile::permissions(path) & others) && !QFile::setPermissions(path, wanted))
            return Error{ErrorCode::Refused,
                         path.toStdString() + ": others have rights on it, take them away: chmod go="};
    }
#endif
    return done();
}

/// Whether a service has begun a season here that its keys belong to. What cannot be asked has none.
bool ServerFolder::hasServed() const
{
    if (isSealedSeason(m_path))
        return true;
    if (m_settings.database == "sqlite" && !isThere(database()))
        return false;
    const auto opened = Database::open(database(), Database::Access::ReadOnly);
    const Result<std::int64_t> epochs =
        opened ? (*opened)->number(u"SELECT count(*) FROM epoch"_s) : Result<std::int64_t>(opened.error());
    return epochs && *epochs > 0;
}

/// Whether the database is sealed and what would open it is gone from beside it.
bool ServerFolder::isRingLost() const
{
    if (isSealedSeason(m_path) || m_settings.database != "sqlite" || !isThere(database()))
        return false;
    const auto opened = Database::open(database(), Database::Access::ReadOnly);
    Result<Rows> rows =
        opened ? (*opened)->run(u"SELECT body FROM events WHERE seq = 1"_s) : Result<Rows>(opened.error());
    return rows && rows->next() && !rows->bytes(0).startsWith('{');
}

/// Keys of before are found, or it is said which are missing: with other ones nothing of the season could be read, and
/// no device would know its service.
Done ServerFolder::needKeys() const
{
    if (!m_settings.keys.empty() && !QDir(QString::fromStdString(m_settings.keys)).exists())
        return Error{ErrorCode::Invalid, "keys: there is no folder " + m_settings.keys +
                                             ", which ZSB_SERVER_KEYS or \"keys\" in server.json names"};
    if (isRingLost())
        return Error{ErrorCode::NotFound,
                     m_path + "/season.keys is missing beside the season it opens: put it back from a backup"};
    return hasServed() ? needOwnKeys() : done();
}

Done ServerFolder::needOwnKeys() const
{
    const std::string beside =
        " is missing beside the season that began with it: put it back from where it is kept apart";
    const std::string key = keys() + '/' + signing + ".key";
    if (!isThere(key))
        return Error{ErrorCode::NotFound, key + beside + ", or name the folder it is in with ZSB_SERVER_KEYS"};
    const std::string authority = tls("authority.pem");
    return isThere(authority) ? done() : Done(Error{ErrorCode::NotFound, authority + beside});
}

Done ServerFolder::makeSeason(Instant now) const
{
    if (!m_settings.seals || isSealedSeason(m_path) || isThere(m_path + "/zsb.db"))
        return done();
    KeyFileHolder keeper = holder();
    const Result<Keyring> ring = makeSeasonKeys(m_path, SuiteId::International, keeper, now, m_random);
    return ring ? done() : Done(ring.error());
}

Done ServerFolder::makeTls(Instant now) const
{
    if (isThere(tls("authority.pem")))
        return done();
    const Result<CertifiedKey> made = makeAuthority(m_settings.name + " CA", now, m_random);
    if (!made)
        return made.error();
    // the certificate last: where it is, the key is
    if (Done kept = writeOwnerFile(tls("authority.key"), made->privateKey); !kept)
        return within("tls", kept.error());
    Done kept = writeWhole(tls("authority.pem"), made->certificate, Sync::Yes);
    return kept ? kept : within(tls("authority.pem"), kept.error());
}

Result<SigningKey> ServerFolder::signingKey(const CryptoSuite &suite) const
{
    const KeyFileHolder keeper = holder();
    const Result<Key> secret = keeper.load(signing);
    if (!secret)
        return within("keys", secret.error());
    return suite.signingKey(*secret);
}

Result<std::shared_ptr<const FieldCodec>> ServerFolder::codec() const
{
    if (!isSealedSeason(m_path))
        return std::shared_ptr<const FieldCodec>();
    const KeyFileHolder keeper = holder();
    Result<Keyring> ring = openSeasonKeys(m_path, keeper, m_random);
    if (!ring)
        return within("season.keys", ring.error());
    return std::shared_ptr<const FieldCodec>(std::make_shared<SealedCodec>(*std::move(ring)));
}

Result<CertifiedKey> ServerFolder::authority() const
{
    Result<std::string> certificate = readPem(tls("authority.pem"));
    Result<std::string> key = readOwnerFile(tls("authority.key"), mostPem);
    if (!certificate || !key)
        return within("tls", certificate ? key.error() : certificate.error());
    return CertifiedKey{*std::move(certificate), *std::move(key)};
}

ServerNames ServerFolder::serverNames() const
{
    ServerNames names{{"localhost"}, {"127.0.0.1", "::1"}};
    std::vector<std::string> all = m_settings.names;
    if (const auto place = listenPlace(m_settings.listen);
        place && place->address != "0.0.0.0" && place->address != "::")
        all.push_back(place->address);
    for (const std::string &name : all) {
        std::vector<std::string> &list = isAddress(name) ? names.addresses : names.dns;
        if (std::ranges::find(list, name) == list.end())
            list.push_back(name);
    }
    return names;
}

Result<CertifiedKey> ServerFolder::ownCertificate(Instant now) const
{
    const Result<CertifiedKey> issuer = authority();
    if (!issuer)
        return issuer.error();
    const ServerNames names = serverNames();
    const Result<std::string> certificate = readPem(tls("server.pem"));
    const Result<std::string> key = readOwnerFile(tls("server.key"), mostPem);
    if (certificate && key) {
        const Result<CertificateFacts> facts = certificateFacts(*certificate);
        const bool lasts = facts && facts->until > now + std::chrono::days(30);
        if (lasts && facts->names.size() == names.dns.size() + names.addresses.size() &&
            isIssuedBy(*certificate, issuer->certificate, now))
            return CertifiedKey{*certificate, *key};
    }
    Result<CertifiedKey> made = makeServerCertificate(*issuer, names, now, m_random);
    if (!made)
        return made;
    if (isThere(tls("server.key")) && !QFile::remove(QString::fromStdString(tls("server.key"))))
        return Error{ErrorCode::Unreadable, "tls: the old key cannot be removed"};
    if (Done kept = writeOwnerFile(tls("server.key"), made->privateKey); !kept)
        return within("tls", kept.error());
    if (Done kept = writeWhole(tls("server.pem"), made->certificate, Sync::Yes); !kept)
        return kept.error();
    return made;
}

Result<TlsIdentity> ServerFolder::identity(Instant now) const
{
    const Result<CertifiedKey> issuer = authority();
    if (!issuer)
        return issuer.error();
    if (m_settings.tls == TlsMode::Files) {
        Result<std::string> certificate = readPem(m_settings.certificate);
        Result<std::string> key = readPem(m_settings.privateKey);
        if (!certificate)
            return within("certificate (ZSB_SERVER_CERTIFICATE)", certificate.error());
        if (!key)
            return within("private_key (ZSB_SERVER_PRIVATE_KEY)", key.error());
        return TlsIdentity{*std::move(certificate), *std::move(key), issuer->certificate};
    }
    Result<CertifiedKey> own = ownCertificate(now);
    if (!own)
        return own.error();
    return TlsIdentity{own->certificate + issuer->certificate, std::move(own->privateKey), issuer->certificate};
}

} // namespace zsb
