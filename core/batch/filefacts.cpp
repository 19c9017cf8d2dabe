#include "core/batch/filefacts.h"

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

/// What is known of a name, or what `look` finds out. Nobody waits while a file is looked at.
template<typename Known, typename Look>
const Known *knownOr(std::mutex &mutex, std::map<std::string, Known, std::less<>> &known, std::string_view name,
                     const Look &look)
{
    {
        const std::lock_guard lock(mutex);
        if (const auto it = known.find(name); it != known.end())
            return &it->second;
    }
    Known seen = look();
    const std::lock_guard lock(mutex);
    return &known.emplace(std::string(name), std::move(seen)).first->second;
}

ImageFacts missingFile()
{
    ImageFacts missing;
    missing.problem = ImageProblem::Missing;
    return missing;
}

} // namespace

FileFacts::FileFacts(std::string folder, ImageInspector inspector, PortraitInspector portraits)
    : m_folder(std::move(folder)), m_inspector(std::move(inspector)), m_portraitInspector(std::move(portraits))
{
}

const ImageFacts *FileFacts::facts(std::string_view fileName)
{
    if (!m_inspector)
        return nullptr;
    return knownOr(m_mutex, m_known, fileName, [&] { return inspect(fileName); });
}

const CheckedPortrait *FileFacts::portrait(std::string_view fileName)
{
    if (!m_inspector)
        return nullptr;
    return knownOr(m_mutex, m_portraits, fileName, [&] { return inspectPortrait(fileName); });
}

CheckedPortrait FileFacts::inspectPortrait(std::string_view fileName) const
{
    if (!m_portraitInspector)
        return {inspect(fileName), {}};
    if (!staysInside(fileName))
        return {missingFile(), {}};
    return m_portraitInspector(m_folder + '/' + std::string(fileName));
}

ImageFacts FileFacts::inspect(std::string_view fileName) const
{
    if (!staysInside(fileName))
        return missingFile();
    return m_inspector(m_folder + '/' + std::string(fileName));
}

} // namespace zsb
