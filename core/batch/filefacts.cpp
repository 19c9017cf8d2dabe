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

} // namespace

FileFacts::FileFacts(std::string folder, ImageInspector inspector)
    : m_folder(std::move(folder)), m_inspector(std::move(inspector))
{
}

const ImageFacts *FileFacts::facts(std::string_view fileName)
{
    if (!m_inspector)
        return nullptr;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto it = m_known.find(fileName); it != m_known.end())
            return &it->second;
    }
    ImageFacts seen = inspect(fileName);
    const std::lock_guard lock(m_mutex);
    return &m_known.emplace(std::string(fileName), std::move(seen)).first->second;
}

ImageFacts FileFacts::inspect(std::string_view fileName) const
{
    if (!staysInside(fileName)) {
        ImageFacts missing;
        missing.problem = ImageProblem::Missing;
        return missing;
    }
    return m_inspector(m_folder + '/' + std::string(fileName));
}

} // namespace zsb
