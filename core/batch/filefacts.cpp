#include "core/batch/filefacts.h"

#include <algorithm>

namespace zsb {
namespace {

/// Whether a relative name stays below its folder. Both separators count, whatever the system.
bool staysInside(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.front() == '\\' || name.find(':') != std::string_view::npos ||
        name.find('\0') != std::string_view::npos)
        return false;
    while (!name.empty()) {
        const std::size_t end = name.find_first_of("/\\");
        if (name.substr(0, end) == "..")
            return false;
        name = end == std::string_view::npos ? std::string_view() : name.substr(end + 1);
    }
    return true;
}

} // namespace

FileFacts::FileFacts(std::string folder, ImageInspector inspector, ImageInspector portraits)
    : m_folder(std::move(folder)),
      m_inspector(std::move(inspector)),
      m_portraitInspector(portraits ? std::move(portraits) : m_inspector)
{
}

const ImageFacts *FileFacts::facts(std::string_view fileName)
{
    return m_inspector ? knownOr(m_known, fileName, m_inspector) : nullptr;
}

const ImageFacts *FileFacts::portrait(std::string_view fileName)
{
    return m_inspector ? knownOr(m_portraits, fileName, m_portraitInspector) : nullptr;
}

bool FileFacts::findsAny() const
{
    const std::lock_guard lock(m_mutex);
    const auto isThere = [](const auto &known) { return known.second.problem != ImageProblem::Missing; };
    return std::ranges::any_of(m_known, isThere) || std::ranges::any_of(m_portraits, isThere);
}

void FileFacts::stopLooking()
{
    m_inspector = {};
}

/// What is known of a name, or what is found out now. Nobody waits while a file is looked at.
const ImageFacts *FileFacts::knownOr(Known &known, std::string_view fileName, const ImageInspector &inspector)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto it = known.find(fileName); it != known.end())
            return &it->second;
    }
    ImageFacts seen = inspect(fileName, inspector);
    const std::lock_guard lock(m_mutex);
    return &known.emplace(std::string(fileName), std::move(seen)).first->second;
}

ImageFacts FileFacts::inspect(std::string_view fileName, const ImageInspector &inspector) const
{
    if (staysInside(fileName))
        return inspector(m_folder + '/' + std::string(fileName));
    ImageFacts missing;
    missing.problem = ImageProblem::Missing;
    return missing;
}

} // namespace zsb
