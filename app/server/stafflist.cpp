#include "app/server/stafflist.h"

#include "core/base/calendar.h"

#include <QStringList>

#include <algorithm>
#include <map>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString utf16(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/// Somebody else wrote it: no tab, line or order to the terminal gets through.
QString shown(const std::string &theirs)
{
    QString text = utf16(theirs);
    for (QChar &sign : text) {
        if (sign.category() == QChar::Other_Control)
            sign = u' ';
    }
    return text;
}

QString moment(Instant at)
{
    return at == Instant{} ? u"-"_s : utf16(formatInstant(at));
}

QString listed(const char *what, const std::vector<std::string> &codes)
{
    QStringList words;
    for (const std::string &code : codes)
        words.append(utf16(code));
    return codes.empty() ? QString() : u"%1=%2"_s.arg(QLatin1StringView(what), words.join(u','));
}

/// `*`: the whole province.
QString areaOf(const Scope &scope)
{
    QStringList parts{listed("colleges", scope.colleges), listed("regions", scope.regions),
                      listed("types", scope.types)};
    parts.removeAll(QString());
    return parts.isEmpty() ? u"*"_s : parts.join(u' ');
}

/// One for each role, or the one that all have.
QString areasOf(const std::vector<Scope> &scopes)
{
    QStringList areas;
    for (const Scope &scope : scopes)
        areas.append(areaOf(scope));
    if (std::ranges::all_of(areas, [&areas](const QString &area) { return area == areas.first(); }))
        areas = areas.mid(0, 1);
    return areas.isEmpty() ? u"-"_s : areas.join(u';');
}

QString rolesOf(const std::vector<Scope> &scopes)
{
    QStringList roles;
    for (const Scope &scope : scopes)
        roles.append(utf16(scope.role));
    return roles.isEmpty() ? u"-"_s : roles.join(u',');
}

QString devicesOf(const StaffMember &user, const std::vector<DeviceUse> &uses)
{
    QStringList devices;
    for (const DeviceUse &use : uses) {
        if (use.subject == user.id && !use.thumbprint.empty())
            devices.append(u"%1@%2"_s.arg(utf16(use.thumbprint), moment(use.last)));
    }
    return devices.isEmpty() ? u"-"_s : devices.join(u',');
}

QString lastOn(const EnrolledDevice &device, const std::vector<DeviceUse> &uses,
               const std::map<std::string, QString> &logins)
{
    QStringList people;
    for (const DeviceUse &use : uses) {
        const auto login = logins.find(use.subject.value);
        if (use.thumbprint == device.thumbprint && login != logins.end())
            people.append(u"%1@%2"_s.arg(login->second, moment(use.last)));
    }
    return people.isEmpty() ? u"-"_s : people.join(u',');
}

} // namespace

Done listUsers(const Administration &administration, QTextStream &out)
{
    const Result<std::vector<StaffMember>> users = administration.users();
    const Result<std::vector<DeviceUse>> uses = administration.deviceUses();
    if (!users || !uses)
        return users ? uses.error() : users.error();
    out << u"用户名 login\t角色 roles\t范围 area\t状态 state\t上次登录 last sign-in\t设备 devices\n"_s;
    for (const StaffMember &user : *users)
        out << QStringList{utf16(user.login),      rolesOf(user.scopes),
                           areasOf(user.scopes),   user.disabled ? u"disabled"_s : u"active"_s,
                           moment(user.lastLogin), devicesOf(user, *uses)}
                   .join(u'\t')
            << u'\n';
    return done();
}

Done listDevices(const Administration &administration, QTextStream &out)
{
    const Result<std::vector<EnrolledDevice>> devices = administration.devices();
    const Result<std::vector<StaffMember>> users = administration.users();
    const Result<std::vector<DeviceUse>> uses = administration.deviceUses();
    if (!devices || !users || !uses)
        return !devices ? devices.error() : users ? uses.error() : users.error();
    std::map<std::string, QString> logins;
    for (const StaffMember &user : *users)
        logins[user.id.value] = utf16(user.login);
    out << u"设备 device\t名称 name\t状态 state\t登记 enrolled\t上次使用 last heard\n"_s;
    for (const EnrolledDevice &device : *devices)
        out << QStringList{utf16(device.thumbprint), shown(device.name), device.revoked ? u"revoked"_s : u"active"_s,
                           moment(device.enrolled), lastOn(device, *uses, logins)}
                   .join(u'\t')
            << u'\n';
    return done();
}

} // namespace zsb
