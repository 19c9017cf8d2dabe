#include "core/sync/keptrules.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

QString noteOf(const std::string &folder)
{
    return QString::fromStdString(folder) + u"/current"_s;
}

} // namespace

Done keepRules(const std::string &folder, const std::string &hash, const PackFiles &files)
{
    if (Done written = writePackFiles(folder + '/' + hash, files); !written)
        return written;
    QSaveFile note(noteOf(folder));
    const bool isKept =
        note.open(QIODevice::WriteOnly) && note.write(QByteArray::fromStdString(hash)) >= 0 && note.commit();
    return isKept ? done() : Done(Error{ErrorCode::Unreadable, noteOf(folder).toStdString()});
}

std::optional<std::string> keptRules(const std::string &folder)
{
    QFile note(noteOf(folder));
    const std::string hash = note.open(QIODevice::ReadOnly) ? note.readAll().toStdString() : std::string();
    std::string pack = folder + '/' + hash;
    const Result<PackFiles> files = readPackFiles(hash.empty() ? std::string() : pack);
    return files && packHash(*files) == hash ? std::optional(std::move(pack)) : std::nullopt;
}

} // namespace zsb
