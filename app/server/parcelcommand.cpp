#include "app/server/parcelcommand.h"

#include "app/server/commandkit.h"
#include "app/server/service.h"
#include "core/crypto/bundle.h"
#include "core/server/answers.h"
#include "core/server/server.h"
#include "core/server/staff.h"
#include "core/sync/parcelanswer.h"

#include <QFile>
#include <QSaveFile>
#include <QTemporaryFile>

#include <cstdio>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto failed = u"没有完成 / not done";
constexpr std::chrono::minutes life{60};               ///< of the token a parcel is answered under
constexpr RateLimits::Limit unhurried{1e6, 1'000'000}; ///< nobody waits at a line

ReadBytes readerOf(QIODevice &device)
{
    return [&device](std::span<char> into) -> Result<std::size_t> {
        const qint64 got = device.read(into.data(), qint64(into.size()));
        return got < 0 ? Result<std::size_t>(Error{ErrorCode::Unreadable, "parcel"})
                       : Result<std::size_t>(std::size_t(got));
    };
}

WriteBytes writerTo(QIODevice &device)
{
    return [&device](std::string_view bytes) {
        return device.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size())
                   ? done()
                   : Done(Error{ErrorCode::Unreadable, "parcel"});
    };
}

struct Parcel
{
    QString from;
    QString to;
    std::string sender;
    std::string passphrase;
    std::string login;
};

/// Everything the person could ask over a line, and nothing of anybody else's.
Result<HttpResponse> asPerson(Server &server, const StaffMember &person, const HttpRequest &request,
                              const ActorId &actor, Instant now)
{
    if (actor != person.id)
        return Error{ErrorCode::Refused, "the parcel is of somebody else than the login"};
    Caller caller;
    caller.actor = person.id;
    caller.name = person.name;
    caller.scopes = person.scopes;
    caller.rights = person.rights;
    const Result<std::string> token = server.tokens().issue(caller, now, now + life);
    if (!token)
        return token.error();
    HttpRequest asked = request;
    asked.headers["authorization"] = "Bearer " + *token;
    return server.handle(asked);
}

Result<ParcelAnswered> answerPlain(Server &server, const StaffMember &person, const ParcelRules &rules, QIODevice &from,
                                   QIODevice &to)
{
    std::optional<Error> wrong;
    const auto serve = [&](const HttpRequest &request, const ActorId &actor) {
        Result<HttpResponse> answer = asPerson(server, person, request, actor, server.parts().clock());
        if (answer)
            return *std::move(answer);
        wrong = answer.error();
        return problemResponse(ProblemType::ForbiddenScope);
    };
    Result<ParcelAnswered> answered = answerParcel(readerOf(from), writerTo(to), rules, serve);
    return wrong ? Result<ParcelAnswered>(*wrong) : answered;
}

/// Content that is whole and believed before anything of it counts; gone afterwards.
Result<std::unique_ptr<QTemporaryFile>> workFile(const ServerFolder &folder)
{
    auto file = std::make_unique<QTemporaryFile>(QString::fromStdString(folder.temporary()) + u"/parcel-XXXXXX"_s);
    if (!file->open())
        return Error{ErrorCode::Unreadable, "parcel"};
    return file;
}

/// In the version of the parcel it answers.
Done seal(const Server &server, const Parcel &parcel, int version, QIODevice &plain)
{
    const ServerParts &parts = server.parts();
    QSaveFile file(parcel.to);
    if (!file.open(QIODevice::WriteOnly) || !plain.seek(0))
        return Error{ErrorCode::Unreadable, "the answer cannot be written"};
    const Instant now = parts.clock();
    const BundleInfo info{uuid7(now, parts.random), parcelKind(ParcelWay::Back, version), parts.key->publicKey, now};
    if (Done sealed = writeBundle(info, *parts.key, {.passphrase = parcel.passphrase}, readerOf(plain), writerTo(file),
                                  parts.random);
        !sealed)
        return sealed;
    return file.commit() ? done() : Done(Error{ErrorCode::Unreadable, "the answer cannot be written"});
}

Result<ParcelAnswered> answer(const ServerFolder &folder, const Parcel &parcel)
{
    const auto lock = lockServerFolder(folder);
    if (!lock && folder.settings().database == "sqlite")
        return lock.error();
    Result<ServerParts> parts = serverParts(folder, systemClock());
    if (!parts)
        return parts.error();
    parts->config.askingRate = unhurried;
    const Result<std::unique_ptr<Server>> server = Server::open(*std::move(parts));
    if (!server)
        return server.error();
    const Result<std::unique_ptr<Store>> store = Store::open((*server)->parts().store);
    if (!store)
        return store.error();
    const auto person = Staff((*store)->database(), (*store)->codec()).byLogin(parcel.login);
    if (!person || !*person || (*person)->disabled)
        return person ? Error{ErrorCode::NotFound, "no such login"} : person.error();
    const auto plain = workFile(folder);
    const auto back = workFile(folder);
    QFile file(parcel.from);
    if (!plain || !back || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "parcel"};
    const std::vector<std::string> trusted{parcel.sender};
    const Result<BundleInfo> info =
        readBundle({.trusted = trusted, .passphrase = parcel.passphrase}, readerOf(file), writerTo(**plain));
    if (!info)
        return info.error();
    const int version = parcelVersionOf(info->kind, ParcelWay::There);
    if (version == 0 || !(*plain)->seek(0))
        return Error{ErrorCode::Invalid, "no parcel of a desktop"};
    if (version > parcelVersion)
        return Error{ErrorCode::Invalid, "a newer program has made this parcel: update the service"};
    const ParcelRules rules{.version = version,
                            .now = (*server)->parts().clock(),
                            .mostBytes = std::int64_t(folder.settings().parcel) << 20};
    Result<ParcelAnswered> answered = answerPlain(**server, **person, rules, **plain, **back);
    if (!answered)
        return answered;
    const Done sealed = seal(**server, parcel, version, **back);
    return sealed ? std::move(answered) : Result<ParcelAnswered>(sealed.error());
}

/// What was not taken is found again: its ops wait for it.
int tellFiles(const ParcelAnswered &answered, QTextStream &out, QTextStream &err)
{
    if (answered.files > 0)
        out << u"收下文件 / files taken: %1\n"_s.arg(answered.files);
    for (const auto &[sha256, problem] : answered.refused) {
        err << u"文件没有收下 / file not taken: %1: %2\n"_s.arg(QString::fromStdString(sha256),
                                                                QString::fromStdString(problem));
    }
    if (answered.given > 0)
        out << u"附上文件 / files given: %1\n"_s.arg(answered.given);
    if (answered.left > 0)
        out << u"没有装下，下一个离线包再带 / no room, left for the next parcel: %1\n"_s.arg(answered.left);
    if (!answered.leaseProblem.empty())
        err << u"没有领取 / nothing leased: %1\n"_s.arg(QString::fromStdString(answered.leaseProblem));
    return answered.refused.empty() && answered.leaseProblem.empty() ? ExitClean : ExitFindings;
}

} // namespace

int runParcelCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"db"_s, u"to"_s, u"sender"_s, u"login"_s}, {}, err);
    if (!line || line->positional().size() != 1 || !hasAll(*line, {u"to"_s, u"sender"_s, u"login"_s, u"data"_s}, err)) {
        err << u"usage: zsb-server parcel IN --to OUT --sender KEY --login LOGIN --data DIR\n"
               "       the passphrase is read from standard input\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServiceThere(*line);
    if (!folder)
        return fail(err, failed, folder.error());
    Parcel parcel;
    parcel.from = line->positional().first();
    parcel.to = line->value(u"to"_s);
    parcel.sender = QByteArray::fromHex(line->value(u"sender"_s).toLatin1()).toStdString();
    parcel.login = line->value(u"login"_s).toStdString();
    parcel.passphrase = QTextStream(stdin).readLine().toStdString();
    const Result<ParcelAnswered> answered = answer(*folder, parcel);
    if (!answered)
        return fail(err, failed, answered.error());
    out << u"已作答 / answered: %1\n"_s.arg(parcel.to);
    return tellFiles(*answered, out, err);
}

} // namespace zsb
