#include "ui/sync/enrolment.h"

#include "core/domain/json.h"
#include "core/storage/durablefile.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr qsizetype mostAccounts = 20;

QString fileOf(const QString &folder)
{
    return folder + u"/service.json"_s;
}

} // namespace

const ServiceAccount *Enrolment::account(const std::string &login) const
{
    const auto found = std::ranges::find(accounts, login, &ServiceAccount::login);
    return found == accounts.end() ? nullptr : &*found;
}

void Enrolment::keep(ServiceAccount account)
{
    std::erase_if(accounts, [&account](const ServiceAccount &one) { return one.login == account.login; });
    accounts.insert(accounts.begin(), std::move(account));
    accounts.resize(std::min(accounts.size(), std::size_t(mostAccounts)));
}

bool isEnrolled(const QString &folder)
{
    return QFile::exists(fileOf(folder));
}

Result<Enrolment> readEnrolment(const QString &folder)
{
    QFile file(fileOf(folder));
    if (!file.exists())
        return Error{ErrorCode::NotFound, "this season is kept with no service"};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "service.json"};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    Result<Enrolment> enrolment = fromJsonValue<Enrolment>(QJsonValue(document.object()));
    return enrolment ? enrolment : Result<Enrolment>(within("service.json", enrolment.error()));
}

Done writeEnrolment(const QString &folder, const Enrolment &enrolment)
{
    const QByteArray text = QJsonDocument(toJsonValue(enrolment).toObject()).toJson();
    if (Done written = writeWhole(fileOf(folder).toStdString(), text.toStdString(), Sync::Yes); !written)
        return written;
    const bool isOurs = QFile::setPermissions(fileOf(folder), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return isOurs ? done() : Done(Error{ErrorCode::Unreadable, "service.json: its rights cannot be set"});
}

NetworkSettings::Proxy proxyKind(const std::string &kind)
{
    if (kind == "none")
        return NetworkSettings::Proxy::None;
    if (kind == "http")
        return NetworkSettings::Proxy::Http;
    return kind == "socks5" ? NetworkSettings::Proxy::Socks5 : NetworkSettings::Proxy::System;
}

NetworkSettings networkOf(const Enrolment &enrolment, const ServiceSecrets &secrets)
{
    NetworkSettings settings;
    settings.server = enrolment.server;
    settings.authority = enrolment.authority;
    settings.pins = enrolment.pins;
    settings.certificate = enrolment.certificate;
    settings.key = secrets.key;
    settings.proxy = proxyKind(enrolment.proxy.kind);
    settings.proxyHost = enrolment.proxy.host;
    settings.proxyPort = enrolment.proxy.port;
    settings.proxyUser = enrolment.proxy.user;
    settings.proxyPassword = secrets.proxyPassword;
    return settings;
}

Instant offlineUntil(const ServiceAccount &account)
{
    return account.lastContact == Instant{} ? Instant{} : account.lastContact + Enrolment::offlineDays;
}

} // namespace zsb
