#pragma once

#include "core/domain/finding.h"
#include "core/domain/imagefacts.h"

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// How a batch looks at a file, given its full path. The image module stays outside: batch takes it as a function.
using ImageInspector = std::function<ImageFacts(const std::string &path)>;

/// A portrait that was looked at: what it is, and what was measured to be wrong with it.
struct CheckedPortrait
{
    ImageFacts facts;
    std::vector<Finding> findings;
};
using PortraitInspector = std::function<CheckedPortrait(const std::string &path)>;

/// What is known of the files a season names, each looked at once. Names are relative to one folder; a name that leads
/// out of it (`..`, an absolute path) counts as missing and is never opened. Any thread.
class FileFacts
{
public:
    /// Without an inspector nothing is looked at and facts() is always null.
    FileFacts(std::string folder, ImageInspector inspector, PortraitInspector portraits = {});

    [[nodiscard]] bool looks() const { return bool(m_inspector); }
    /// Stays valid as long as this object; null when files are not looked at.
    [[nodiscard]] const ImageFacts *facts(std::string_view fileName);
    /// The same of a portrait, which is measured too when there is somebody to do so.
    [[nodiscard]] const CheckedPortrait *portrait(std::string_view fileName);

private:
    [[nodiscard]] ImageFacts inspect(std::string_view fileName) const;
    [[nodiscard]] CheckedPortrait inspectPortrait(std::string_view fileName) const;

    std::string m_folder;
    ImageInspector m_inspector;
    PortraitInspector m_portraitInspector;
    std::mutex m_mutex;
    // Nodes keep their place.
    std::map<std::string, ImageFacts, std::less<>> m_known;
    std::map<std::string, CheckedPortrait, std::less<>> m_portraits;
};

} // namespace zsb
