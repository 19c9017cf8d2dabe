#include "app/server/auditcommand.h"

#include "app/server/admincommand.h"
#include "app/server/commandkit.h"
#include "core/base/calendar.h"
#include "core/server/administration.h"
#include "core/server/audittrail.h"

#include <map>
#include <optional>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto failed = u"没有完成 / not done";

int usage(QTextStream &err)
{
    err << u"usage: zsb-server audit reads    [--actor LOGIN] [--application NUMBER] [--since DAY] [--until DAY] "
           u"--data DIR\n"
           "       zsb-server audit security [--actor LOGIN] [--since DAY] [--until DAY] --data DIR\n"
           "       DAY 形如 2000-01-31，两端都含在内 / a day such as 2000-01-31, both included\n"_s;
    return ExitUsage;
}

/// Who and what the notes are about, in words people know them by.
class Namer
{
public:
    explicit Namer(Administration &administration) : m_store(administration.store()) {}

    [[nodiscard]] Done load(const Administration &administration)
    {
        const Result<std::vector<StaffMember>> users = administration.users();
        if (!users)
            return users.error();
        for (const StaffMember &user : *users)
            m_logins.emplace(user.id.value, user.login);
        return done();
    }
    [[nodiscard]] std::string actor(const ActorId &id) const
    {
        const auto found = m_logins.find(id.value);
        return found != m_logins.end() ? found->second : id.value;
    }
    /// The id itself is taken too: whoever works on the machine has no login.
    [[nodiscard]] std::optional<ActorId> actorOf(const std::string &login) const
    {
        if (login == onMachine.value)
            return onMachine;
        for (const auto &[id, known] : m_logins) {
            if (known == Staff::folded(login) || id == login)
                return ActorId{id};
        }
        return std::nullopt;
    }
    [[nodiscard]] std::string application(const ApplicationId &id)
    {
        if (id.value.empty())
            return {};
        const auto [place, isNew] = m_numbers.try_emplace(id.value, id.value);
        if (isNew) {
            const Result<QueueEntry> entry = m_store.entry(id, QueueOrder::Number);
            if (entry && !entry->applicationNo.empty())
                place->second = entry->applicationNo;
        }
        return place->second;
    }

private:
    const Store &m_store;
    std::map<std::string, std::string> m_logins{};
    std::map<std::string, std::string> m_numbers{};
};

std::optional<TrailFilter> filterOf(const CommandLine &line, const Namer &namer, std::chrono::minutes offset,
                                    QTextStream &err)
{
    TrailFilter filter;
    for (const auto &[option, days, moment] :
         {std::tuple(u"since"_s, 0, &TrailFilter::since), std::tuple(u"until"_s, 1, &TrailFilter::before)}) {
        if (!line.has(option))
            continue;
        const std::optional<Day> day = parseDay(line.value(option).toStdString());
        if (!day) {
            err << u"--%1 %2：没有这一天 / no such day\n"_s.arg(option, line.value(option));
            return std::nullopt;
        }
        filter.*moment = Instant(*day + std::chrono::days(days)) - offset;
    }
    if (line.has(u"actor"_s)) {
        const std::optional<ActorId> actor = namer.actorOf(line.value(u"actor"_s).toStdString());
        if (!actor) {
            err << u"没有这个用户名 / no such login: "_s << line.value(u"actor"_s) << u'\n';
            return std::nullopt;
        }
        filter.actor = *actor;
    }
    return filter;
}

QTextStream &row(QTextStream &out, const std::vector<std::string> &cells)
{
    QStringList words;
    for (const std::string &cell : cells)
        words.append(cell.empty() ? u"-"_s : QString::fromStdString(cell).replace(u'\t', u' '));
    return out << words.join(u'\t') << u'\n';
}

Done tellReads(const Database &database, const TrailFilter &filter, Namer &namer, std::chrono::minutes offset,
               QTextStream &out)
{
    row(out, {"时间 at", "用户 login", "设备 device", "内容 what", "报名号 application"});
    return eachRead(database, filter, [&](const ReadNote &note) {
        row(out, {formatInstant(note.at, offset), namer.actor(note.actor), note.device, note.what,
                  namer.application(note.application)});
    });
}

Done tellSecurity(const Database &database, const TrailFilter &filter, const Namer &namer, std::chrono::minutes offset,
                  QTextStream &out)
{
    row(out, {"时间 at", "用户 login", "事件 event", "地址 address", "说明 detail"});
    return eachSecurityNote(database, filter, [&](const SecurityNote &note) {
        row(out, {formatInstant(note.at, offset), namer.actor(note.actor), note.kind, note.address,
                  namer.actor({note.detail})});
    });
}

} // namespace

int runAuditCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(
        arguments, {u"data"_s, u"db"_s, u"actor"_s, u"application"_s, u"since"_s, u"until"_s}, {}, err);
    if (!line || line->positional().size() != 1 || !hasAll(*line, {u"data"_s}, err))
        return usage(err);
    const bool ofReads = line->positional().first() == "reads"_L1;
    if ((!ofReads && line->positional().first() != "security"_L1) || (!ofReads && line->has(u"application"_s)))
        return usage(err);
    const auto administration = openAdministration(*line);
    if (!administration)
        return fail(err, failed, administration.error());
    Namer namer(**administration);
    if (Done loaded = namer.load(**administration); !loaded)
        return fail(err, failed, loaded.error());
    const std::chrono::minutes offset = (*administration)->pack().timeOffset;
    std::optional<TrailFilter> filter = filterOf(*line, namer, offset, err);
    if (!filter)
        return ExitUsage;
    const Store &store = (*administration)->store();
    if (line->has(u"application"_s)) {
        Result<ApplicationId> id = store.findByNumber(line->value(u"application"_s).toStdString());
        if (!id)
            return fail(err, failed, id.error());
        filter->application = *std::move(id);
    }
    const Done told = ofReads ? tellReads(store.database(), *filter, namer, offset, out)
                              : tellSecurity(store.database(), *filter, namer, offset, out);
    return told ? int(ExitClean) : fail(err, failed, told.error());
}

} // namespace zsb
