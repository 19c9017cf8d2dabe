#include "app/server/commandkit.h"

#include "app/check/reasontext.h"
#include "app/common/loginname.h"
#include "core/crypto/key.h"

#include <QFileInfo>

namespace zsb {

using namespace Qt::StringLiterals;

namespace {

std::string fromEnvironment(const char *name)
{
    return qEnvironmentVariable(name).toStdString();
}

} // namespace

Result<ServerFolder> openServerFolder(const CommandLine &line)
{
    const std::string path = line.value(u"data"_s).toStdString();
    if (path.empty())
        return Error{ErrorCode::Invalid, "--data DIR"};
    Result<Settings> settings = readSettings(path, fromEnvironment);
    if (!settings)
        return settings.error();
    for (const auto &[option, member] :
         {std::pair(u"listen"_s, &Settings::listen), std::pair(u"db"_s, &Settings::database),
          std::pair(u"pack"_s, &Settings::pack)}) {
        if (line.has(option))
            (*settings).*member = line.value(option).toStdString();
    }
    if (Done good = checkSettings(*settings); !good)
        return good.error();
    return ServerFolder(path, *std::move(settings), keyRandom());
}

Result<ServerFolder> openServiceThere(const CommandLine &line)
{
    const QString settings = line.value(u"data"_s) + u"/server.json"_s;
    if (!QFileInfo::exists(settings))
        return Error{ErrorCode::NotFound, "no service in " + line.value(u"data"_s).toStdString()};
    return openServerFolder(line);
}

bool hasAll(const CommandLine &line, const QStringList &options, QTextStream &err)
{
    QStringList missing;
    for (const QString &option : options) {
        if (!line.has(option))
            missing.append(u"--"_s + option);
    }
    if (!missing.isEmpty())
        err << u"缺少 %1 / %1 is missing\n"_s.arg(missing.join(u' '));
    return missing.isEmpty();
}

Result<std::unique_ptr<FolderLock>> lockServerFolder(const ServerFolder &folder)
{
    auto lock = std::make_unique<FolderLock>(folder.path(), loginName());
    if (lock->take())
        return lock;
    return Error{ErrorCode::Conflict, "another program works in the data folder"};
}

FilesProgress FilesProgressLine::shown()
{
    if (!m_isShown)
        return {};
    return [this](std::int64_t count, std::int64_t total) { m_line.show(BatchPhase::Looking, count, total); };
}

int fail(QTextStream &err, QStringView what, const Error &error)
{
    err << what << u": "_s << reasonText(error) << u'\n';
    err.flush();
    if (error.code == ErrorCode::Cancelled)
        return ExitInterrupted;
    return error.code == ErrorCode::Invalid ? ExitUsage : ExitUnreadable;
}

} // namespace zsb
