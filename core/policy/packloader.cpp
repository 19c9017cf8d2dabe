#include "core/policy/packloader.h"

#include "core/policy/packparts.h"

#include <QFileInfo>

#include <algorithm>

namespace zsb {

std::string problemText(const PackProblem &problem)
{
    std::string text = problem.file;
    if (problem.line > 0)
        text += ':' + std::to_string(problem.line);
    if (!problem.key.empty())
        text += ' ' + problem.key;
    return text + ": " + problem.message.zh + " / " + problem.message.en;
}

Result<LoadedPack> loadPack(const std::string &folder)
{
    auto files = readPackFiles(folder);
    if (!files)
        return files.error();
    return loadPackFiles(std::move(*files));
}

LoadedPack loadPackFiles(PackFiles files)
{
    PackReading reading(std::move(files));
    reading.pack.hash = packHash(reading.files);
    loadExam(reading);
    loadTypes(reading);
    loadFields(reading);
    loadTables(reading);
    loadRules(reading);
    loadPortrait(reading);
    loadScan(reading);
    loadWords(reading);
    if (reading.causes.empty()) {
        checkReferences(reading);
        checkSense(reading);
    } else { // the rest cannot be judged before these are put right
        reading.problems = std::move(reading.causes);
    }

    std::ranges::stable_sort(reading.problems, [](const PackProblem &left, const PackProblem &right) {
        return std::tie(left.file, left.line) < std::tie(right.file, right.line);
    });
    LoadedPack loaded;
    if (std::ranges::none_of(reading.problems, &PackProblem::fatal))
        loaded.pack = std::make_shared<const Pack>(std::move(reading.pack));
    loaded.problems = std::move(reading.problems);
    return loaded;
}

void findLines(std::vector<PackProblem> &problems, const PackFiles &files)
{
    std::map<std::string, JsonReading> read;
    for (PackProblem &problem : problems) {
        const auto file = files.find(problem.file);
        if (problem.line > 0 || problem.key.empty() || file == files.end() || !problem.file.ends_with(".json"))
            continue;
        const auto at = read.try_emplace(problem.file).first;
        if (at->second.root.items.empty())
            at->second = readJson(file->second);
        problem.line = lineOf(at->second.root, problem.key);
    }
}

static Error notAPack(const PackProblem &problem)
{
    return {ErrorCode::Invalid, problemText(problem)};
}

Result<std::string> findPack(const std::string &nameOrFolder, const std::vector<std::string> &searchPaths)
{
    std::vector<std::string> candidates = {nameOrFolder};
    for (const std::string &path : searchPaths)
        candidates.push_back(path + '/' + nameOrFolder);
    for (const std::string &folder : candidates) {
        if (QFileInfo::exists(QString::fromStdString(folder + "/pack.json")))
            return folder;
    }
    for (const std::string &path : candidates) {
        const QFileInfo found(QString::fromStdString(path));
        if (!path.empty() && found.isDir())
            return notAPack({path,
                             0,
                             {},
                             {"文件夹里没有 pack.json，不是规则包；请指明含有 pack.json 的文件夹",
                              "this folder holds no pack.json and so is no pack; name the one that does"}});
        if (found.isFile())
            return notAPack({path,
                             0,
                             {},
                             {"这是文件；请指明规则包的文件夹，即含有 pack.json 的那个",
                              "this is a file; name the pack's folder, the one that holds pack.json"}});
    }
    return Error{ErrorCode::NotFound, "no pack " + nameOrFolder};
}

} // namespace zsb
