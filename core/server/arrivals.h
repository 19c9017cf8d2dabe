#pragma once

#include "core/domain/command.h"
#include "core/domain/finding.h"
#include "core/storage/blobstore.h"
#include "core/storage/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

class Writing;

/// What a file is good for: a portrait is measured, a material only looked at.
inline constexpr std::string_view purposePortrait = "portrait";
inline constexpr std::string_view purposeMaterial = "material";

/// What the server itself found when a file came.
struct BlobVerdict
{
    std::string sha256{};
    std::string purpose{};
    std::string packHash{};
    ImageFacts facts{};
    std::vector<Finding> findings{};
};

/// Every file a command speaks of.
[[nodiscard]] std::vector<std::string> filesOf(const CommandBody &body);
/// Those of them that are not there yet.
[[nodiscard]] std::vector<std::string> missingFiles(const BlobStore &blobs, const CommandBody &body);

/// Inside the transaction of the caller.
[[nodiscard]] Done keepVerdict(const Database &database, const BlobVerdict &verdict, Instant at);
/// The facts of a file as some verdict has them, one that measured it rather than another; nothing when nobody looked.
[[nodiscard]] Result<std::optional<ImageFacts>> knownFacts(const Database &database, const std::string &sha256);

/// Puts what the server knows of its files in the place of what the client says, so that rules speak of the files
/// themselves. Looks at a file that nobody looked at when it came.
[[nodiscard]] Done takeOurFacts(Writing &writing, CommandBody &body);

} // namespace zsb
