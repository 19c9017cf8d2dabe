#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/blobstore.h"
#include "core/storage/codec.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Which files are compared beside those that events and accounts refer to.
enum class Unnamed : std::uint8_t
{
    Left,
    Compared, ///< whatever else lies in the store: came and is not handed in yet
};

/// What comparing the files of a season with their hashes says. Each different file is counted once, whoever shares it,
/// those that were replaced or removed since too.
struct FilesVerdict
{
    enum class Fault
    {
        Missing,
        Changed,    ///< its bytes are not those of its hash, or do not open
        Unreadable, ///< it is there and does not read
    };
    struct BadFile
    {
        std::string sha256{};
        Fault fault = Fault::Missing;
        ApplicationId application{}; ///< the first that refers to it; empty: an account, or nobody yet
        std::string applicationNo{};
    };

    std::int64_t files = 0;   ///< referred to, or stored
    std::int64_t good = 0;    ///< read, and as their hash says
    std::int64_t waiting = 0; ///< not here: the season gets its files from a service, when somebody looks at them
    std::vector<BadFile> bad{};

    [[nodiscard]] std::int64_t compared() const { return good + waiting + std::int64_t(bad.size()); }
    [[nodiscard]] bool isWhole() const { return compared() == files; } ///< false: it was stopped
    [[nodiscard]] bool isGood() const { return isWhole() && bad.empty(); }
};
[[nodiscard]] std::string_view faultId(FilesVerdict::Fault fault); ///< missing, changed, unreadable

/// How many files of how many were compared.
using FilesProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Reads every file that a database names and compares its hash. Stops between two files. Never writes. Errors:
/// NotFound, Unreadable, Invalid, as verifyProjections(); Cancelled.
[[nodiscard]] Result<FilesVerdict> verifyBlobs(const std::string &location, const BlobStore &blobs,
                                               const FieldCodec &codec, const FilesProgress &progress = {},
                                               const std::stop_token &stop = {}, Unnamed unnamed = Unnamed::Left);

} // namespace zsb
