#include "app/server/admincommand.h"

#include "app/common/packsearch.h"
#include "app/server/commandkit.h"
#include "app/server/service.h"
#include "app/server/stafflist.h"
#include "core/server/access.h"

#include <array>
#include <optional>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto failed = u"没有完成 / not done";

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

std::vector<std::string> listOf(const QString &words)
{
    std::vector<std::string> list;
    for (const QString &word : words.split(u',', Qt::SkipEmptyParts))
        list.push_back(word.trimmed().toStdString());
    return list;
}

/// Every role named, each within the same area. An option that names nothing is a mistake: no area at all is the whole
/// province.
std::optional<std::vector<Scope>> scopesOf(const CommandLine &line, QTextStream &err)
{
    std::array<std::vector<std::string>, 3> area;
    const std::array<QString, 3> options{u"colleges"_s, u"regions"_s, u"types"_s};
    for (std::size_t i = 0; i < options.size(); ++i) {
        area.at(i) = listOf(line.all(options.at(i)).join(u','));
        if (line.has(options.at(i)) && area.at(i).empty()) {
            err << u"--%1 后面没有代码；整个省就不要写它 / --%1 names no code; for the whole province leave it out\n"_s
                       .arg(options.at(i));
            return std::nullopt;
        }
    }
    std::vector<Scope> scopes;
    for (const QString &role : line.all(u"role"_s))
        scopes.push_back({role.toStdString(), area[0], area[1], area[2]});
    return scopes;
}

QString rolesText(const Pack &pack)
{
    QStringList roles;
    for (const std::string &role : staffRoles(pack))
        roles.append(text(role));
    return roles.join(u", "_s);
}

int usage(QTextStream &err)
{
    err << u"usage: zsb-server admin user add LOGIN --name NAME --role ROLE… [--colleges A,B] [--regions 1501] "
           u"[--types N1]\n"
           "       zsb-server admin user scopes LOGIN --role ROLE… [--colleges A,B] [--regions 1501] [--types N1]\n"
           "       zsb-server admin user disable|enable|reset LOGIN\n"
           "       zsb-server admin user list\n"
           "       zsb-server admin device list\n"
           "       zsb-server admin device revoke THUMBPRINT\n"
           "       zsb-server admin first\n"
           "       each with --data DIR\n"_s;
    if (const auto book = openRuleBook(defaultPack())) // another pack has other reviewers
        err << u"ROLE: "_s << rolesText((*book)->pack()) << u'\n';
    return ExitUsage;
}

int told(const Done &done, QTextStream &out, QTextStream &err)
{
    if (!done)
        return fail(err, failed, done.error());
    out << u"已完成 / done\n"_s;
    return ExitClean;
}

/// Of what has said all there is.
int told(const Done &done, QTextStream &err)
{
    return done ? int(ExitClean) : fail(err, failed, done.error());
}

int told(const Result<NewSecrets> &secrets, QTextStream &out, QTextStream &err)
{
    if (!secrets)
        return fail(err, failed, secrets.error());
    printSecrets(out, *secrets);
    return ExitClean;
}

int runUser(Administration &administration, const CommandLine &line, QTextStream &out, QTextStream &err)
{
    const QStringList &words = line.positional();
    const QString what = words.value(1);
    const std::string login = words.value(2).toStdString();
    if (what == "list"_L1 && words.size() == 2)
        return told(listUsers(administration, out), err);
    const bool takesRoles = what == "add"_L1 || what == "scopes"_L1;
    if (words.size() != 3 || (takesRoles && !hasAll(line, {u"role"_s}, err)))
        return usage(err);
    const std::optional<std::vector<Scope>> scopes = scopesOf(line, err);
    if (!scopes)
        return ExitUsage;
    if (what == "add"_L1)
        return told(administration.addUser(login, line.value(u"name"_s, words.value(2)).toStdString(), *scopes), out,
                    err);
    if (what == "scopes"_L1)
        return told(administration.setScopes(login, *scopes), out, err);
    if (what == "disable"_L1)
        return told(administration.disableUser(login), out, err);
    if (what == "enable"_L1)
        return told(administration.enableUser(login), out, err);
    if (what == "reset"_L1)
        return told(administration.resetUser(login), out, err);
    return usage(err);
}

} // namespace

Result<std::unique_ptr<Administration>> openAdministration(const CommandLine &line)
{
    const Result<ServerFolder> folder = openServiceThere(line);
    if (!folder)
        return folder.error();
    if (Done there = folder->needDatabase(); !there)
        return there.error();
    if (Done made = folder->make(systemClock()()); !made)
        return made.error();
    Result<ServerParts> parts = serverParts(*folder, systemClock());
    if (!parts)
        return parts.error();
    return Administration::open(*std::move(parts));
}

void printSecrets(QTextStream &out, const NewSecrets &secrets)
{
    out << u"以下内容只显示这一次 / shown this once\n"_s;
    out << u"  用户名 / user:           %1\n"_s.arg(text(secrets.login));
    out << u"  密码 / password:         %1\n"_s.arg(text(secrets.password));
    out << u"  动态码密钥 / code secret: %1\n"_s.arg(text(secrets.totpSecret));
    out << u"  %1\n"_s.arg(text(secrets.totpUri));
    if (secrets.disabled)
        out << u"此用户仍停用；启用：admin user enable %1 / the user stays disabled: admin user enable %1\n"_s.arg(
            text(secrets.login));
}

Done sayFirstAdministrator(Administration &administration, QTextStream &out)
{
    const Result<std::optional<NewSecrets>> first = administration.addFirstAdministrator();
    if (!first)
        return first.error();
    if (!first->has_value())
        return done();
    const Result<std::string> code = administration.newEnrolCode();
    if (!code)
        return code.error();
    printSecrets(out, **first);
    out << u"  设备登记码 / device code: %1\n"_s.arg(text(*code));
    return done();
}

namespace {

int runFirst(Administration &administration, QTextStream &out, QTextStream &err)
{
    const Result<bool> isThere = administration.hasAdministrator();
    if (!isThere)
        return fail(err, failed, isThere.error());
    if (!*isThere)
        return told(sayFirstAdministrator(administration, out), out, err);
    err << u"已有管理员；密码丢了用 zsb-server admin user reset / there is an administrator already; for another "
           u"password: "
           "zsb-server admin user reset LOGIN\n"_s;
    return ExitUsage;
}

} // namespace

int runAdminCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(
        arguments, {u"data"_s, u"db"_s, u"name"_s, u"role"_s, u"colleges"_s, u"regions"_s, u"types"_s}, {}, err);
    if (!line || line->positional().isEmpty() || !hasAll(*line, {u"data"_s}, err))
        return usage(err);
    const QStringList &words = line->positional();
    const bool listsDevices = words == QStringList{u"device"_s, u"list"_s};
    const bool known = words.first() == "user"_L1 || words == QStringList{u"first"_s} || listsDevices ||
                       (words.size() == 3 && words.mid(0, 2) == QStringList{u"device"_s, u"revoke"_s});
    if (!known)
        return usage(err);
    const auto administration = openAdministration(*line);
    if (!administration)
        return fail(err, failed, administration.error());
    if (words.first() == "user"_L1)
        return runUser(**administration, *line, out, err);
    if (words.first() == "first"_L1)
        return runFirst(**administration, out, err);
    if (listsDevices)
        return told(listDevices(**administration, out), err);
    return told((*administration)->revokeDevice(words.at(2).toStdString()), out, err);
}

int runEnrolCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"db"_s}, {}, err);
    if (!line || !line->positional().isEmpty() || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server enrol --data DIR\n"_s;
        return ExitUsage;
    }
    const auto administration = openAdministration(*line);
    if (!administration)
        return fail(err, failed, administration.error());
    const Result<std::string> code = (*administration)->newEnrolCode();
    if (!code)
        return fail(err, failed, code.error());
    out << u"设备登记码，一天内用一次 / device code, once within a day: %1\n"_s.arg(text(*code));
    return ExitClean;
}

} // namespace zsb
