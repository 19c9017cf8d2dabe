#pragma once

#include "core/domain/imagefacts.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace zsb {

/// How a batch looks at a file, given its full path. The image module stays outside: batch takes it as a function.
using ImageInspector = std::function<ImageFacts(const std::string &path)>;

/// How many files a table names, and how many of them were looked at.
struct LookedFiles
{
    std::int64_t looked = 0;
    std::int64_t named = 0;
    bool isAnyThere = true; ///< of those that were looked at
};

/// What is known of the files a season names, each looked at once. Names are relative to one folder; a name that leads
/// out of it (`..`, an absolute path) counts as missing and is never opened. Any thread.
class FileFacts
{
public:
    /// Without an inspector nothing is looked at and facts() is always null; `portraits` looks at portraits where it is
    /// given, and may measure them.
    FileFacts(std::string folder, ImageInspector inspector, ImageInspector portraits = {});

    [[nodiscard]] bool looks() const { return bool(m_inspector); }
    /// Stays valid as long as this object; null when files are not looked at.
    [[nodiscard]] const ImageFacts *facts(std::string_view fileName);
    /// The same of a portrait.
    [[nodiscard]] const ImageFacts *portrait(std::string_view fileName);
    /// Whether a file was there, of those that were looked at.
    [[nodiscard]] bool findsAny() const;
    /// From here on as without an inspector. No thread may be asking meanwhile.
    void stopLooking();

private:
    using Known = std::map<std::string, ImageFacts, std::less<>>;

    [[nodiscard]] ImageFacts inspect(std::string_view fileName, const ImageInspector &inspector) const;
    [[nodiscard]] const ImageFacts *knownOr(Known &known, std::string_view fileName, const ImageInspector &inspector);

    std::string m_folder;
    ImageInspector m_inspector;
    ImageInspector m_portraitInspector;
    mutable std::mutex m_mutex;
    // Nodes keep their place.
    Known m_known;
    Known m_portraits;
};

} // namespace zsb
