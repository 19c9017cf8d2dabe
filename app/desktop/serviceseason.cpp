#include "app/desktop/serviceseason.h"

#include "app/desktop/sealedseason.h"
#include "app/desktop/season.h"
#include "core/base/hash.h"
#include "core/crypto/totp.h"
#include "core/storage/database.h"
#include "core/storage/seasonkeys.h"
#include "core/storage/syncpeer.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int nameLength = 16;

/// RFC 4648, as `zsb-server` prints secrets; anything else in it is left out.
std::string unbase32(const QString &text)
{
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const QChar sign : text.toUpper()) {
        const char16_t c = sign.unicode();
        const bool isLetter = c >= u'A' && c <= u'Z';
        if (!isLetter && (c < u'2' || c > u'7'))
            continue;
        bits = (bits << 5U) | unsigned(isLetter ? c - u'A' : c - u'2' + 26);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes += char(bits >> unsigned(count) & 255U);
        }
    }
    return bytes;
}

Done fillServiceSeason(const StoreOptions &season, Enrolment enrolment)
{
    const Result<std::unique_ptr<Store>> store = Store::open(season);
    if (!store)
        return within("service season", store.error());
    if (Done kept = writePeer((*store)->database(), {.server = enrolment.server}); !kept)
        return kept;
    enrolment.sealed = true;
    return writeEnrolment(QString::fromStdString(season.folder), enrolment);
}

QString stepPath(const QString &folder)
{
    return folder + u"/trial-step"_s;
}

std::int64_t lastTrialStep(const QString &folder)
{
    QFile file(stepPath(folder));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

} // namespace

Done makeServiceSeason(const QString &folder, const Enrolment &enrolment, KeyHolder &holder, Instant now)
{
    const Result<std::shared_ptr<const FieldCodec>> codec = sealFolder(folder, holder, now);
    if (!codec)
        return within("service season", codec.error());
    Done filled = fillServiceSeason({.folder = folder.toStdString(), .codec = *codec}, enrolment);
    if (!filled) // a key that opens nothing is of no use to anybody
        static_cast<void>(eraseSeason(folder.toStdString(), holder, keyRandom()));
    return filled;
}

QString deviceSecret(const Enrolment &enrolment)
{
    return u"device-"_s + QString::fromStdString(sha256Hex(enrolment.certificate).substr(0, nameLength));
}

std::string packSecrets(const ServiceSecrets &secrets)
{
    const QJsonObject object{{u"key"_s, QString::fromStdString(secrets.key)},
                             {u"proxy_password"_s, QString::fromStdString(secrets.proxyPassword)},
                             {u"parcel_key"_s, QString::fromStdString(secrets.parcelKey)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

Result<ServiceSecrets> unpackSecrets(const std::string &packed)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(packed)).object();
    ServiceSecrets secrets{object.value("key"_L1).toString().toStdString(),
                           object.value("proxy_password"_L1).toString().toStdString(),
                           object.value("parcel_key"_L1).toString().toStdString()};
    return secrets.key.empty() ? Result<ServiceSecrets>(Error{ErrorCode::Invalid, "no key among the secrets"})
                               : Result<ServiceSecrets>(std::move(secrets));
}

std::optional<SigningKey> parcelKeyOf(const ServiceSecrets &secrets)
{
    const std::string bytes = QByteArray::fromBase64(QByteArray::fromStdString(secrets.parcelKey)).toStdString();
    const std::optional<Key> secret = Key::of(bytes);
    const Result<std::shared_ptr<const CryptoSuite>> suite = cryptoSuite(SuiteId::International);
    if (!secret || !suite)
        return std::nullopt;
    Result<SigningKey> key = (*suite)->signingKey(*secret);
    return key ? std::optional(*std::move(key)) : std::nullopt;
}

std::optional<TrialPerson> trialPerson(const QString &folder)
{
    QFile file(folder + u"/trial.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return TrialPerson{object.value("user"_L1).toString(), object.value("password"_L1).toString(),
                       unbase32(object.value("code_secret"_L1).toString())};
}

std::string nextTrialCode(const TrialPerson &person, const QString &folder, Instant now)
{
    const std::int64_t step = std::max(totpStep(now), lastTrialStep(folder) + 1);
    QFile file(stepPath(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(qlonglong(step))) < 0)
        qWarning("the step of the trial's code was not kept");
    return totpCode(person.totpSecret, step);
}

bool isTrialCodeDue(const QString &folder, Instant now)
{
    return lastTrialStep(folder) <= totpStep(now) + 1;
}

} // namespace zsb
