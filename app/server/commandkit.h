#pragma once

#include "app/check/commandline.h"
#include "app/check/progressline.h"
#include "app/server/serverfolder.h"
#include "core/storage/blobcheck.h"
#include "core/storage/folderlock.h"

#include <QTextStream>

#include <memory>

namespace zsb {

/// What every command of zsb-server begins with: the folder, its settings, what the command line says over them.
[[nodiscard]] Result<ServerFolder> openServerFolder(const CommandLine &line);

/// The same for a command that works on a service there is: a folder somebody mistyped does not become another one.
/// Errors: NotFound.
[[nodiscard]] Result<ServerFolder> openServiceThere(const CommandLine &line);

/// False: the command line lacks an option of these; says which.
[[nodiscard]] bool hasAll(const CommandLine &line, const QStringList &options, QTextStream &err);

/// The right to write the folder, for as long as it lives. Errors: Conflict (a service, or another command, has it).
[[nodiscard]] Result<std::unique_ptr<FolderLock>> lockServerFolder(const ServerFolder &folder);

/// Tells what did not work, in both languages, and gives the exit code.
[[nodiscard]] int fail(QTextStream &err, QStringView what, const Error &error);

/// How far the reading of files is, on one line of the terminal when `--progress` asks for it.
class FilesProgressLine
{
public:
    FilesProgressLine(const CommandLine &line, QTextStream &err)
        : m_line(err), m_isShown(line.has(QStringLiteral("progress")))
    {
    }

    /// To be called while this lives; empty when nobody asks.
    [[nodiscard]] FilesProgress shown();
    void end() { m_line.end(); }

private:
    ProgressLine m_line;
    bool m_isShown;
};

} // namespace zsb
