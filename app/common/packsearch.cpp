#include "app/common/packsearch.h"

#include "core/policy/packloader.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace zsb {

using namespace Qt::StringLiterals;

std::vector<std::string> packSearchPaths()
{
    std::vector<std::string> paths;
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &path : {qEnvironmentVariable("ZSB_POLICIES"), program + u"/policies"_s,
                                program + u"/../share/zsb/policies"_s, QStringLiteral(ZSB_SOURCE_POLICIES)}) {
        if (!path.isEmpty())
            paths.push_back(QDir::cleanPath(path).toStdString());
    }
    return paths;
}

std::string defaultPack()
{
    return ZSB_DEFAULT_PACK;
}

Result<std::shared_ptr<const RuleBook>> openRuleBook(const std::string &nameOrFolder)
{
    const Result<std::string> folder = findPack(nameOrFolder, packSearchPaths());
    if (!folder)
        return folder.error();
    const Result<LoadedPack> loaded = loadPack(*folder);
    if (!loaded)
        return loaded.error();
    if (!loaded->pack) {
        const auto first = std::ranges::find(loaded->problems, true, &PackProblem::fatal);
        if (first == loaded->problems.end())
            return Error{ErrorCode::Internal, "pack: not loaded, and nothing says why"};
        return Error{ErrorCode::Invalid, problemText(*first)};
    }
    return RuleBook::bind(loaded->pack);
}

} // namespace zsb
