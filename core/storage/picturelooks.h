#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

class Database;

/// What a stored file looks like: see ImageFacts::look. It says nothing of a person, and belongs to the bytes alone.
struct PictureLook
{
    std::string sha256;
    std::string look; ///< empty: it was looked at, and there is nothing to compare
    bool operator==(const PictureLook &) const = default;
};

/// The looks of a season's files, each taken once. Beside the log and no projection of it: a look follows from the
/// bytes, whoever took it. Thread of the database. Errors: those of Database.
class PictureLooks
{
public:
    explicit PictureLooks(const Database &database) : m_database(database) {}

    struct Stored
    {
        std::int64_t n = 0; ///< counts up in the order they were kept
        PictureLook picture;
    };
    struct Missing
    {
        std::string sha256;
        bool isPortrait = false; ///< of somebody; else a material only
    };

    /// In one transaction; of a file that has one already, the first stays.
    [[nodiscard]] Done keep(std::span<const PictureLook> looks) const;
    /// None: nobody took it yet.
    [[nodiscard]] Result<std::optional<std::string>> find(std::string_view sha256) const;
    /// At most `limit` that were kept after a number, in their order.
    [[nodiscard]] Result<std::vector<Stored>> after(std::int64_t n, int limit) const;
    /// At most `limit` files that applications hold now and nobody took the look of, by hash, after that one.
    [[nodiscard]] Result<std::vector<Missing>> missing(std::string_view afterSha256, int limit) const;

private:
    const Database &m_database;
};

/// Schema step 8.
[[nodiscard]] std::span<const char16_t *const> pictureLookTables();

} // namespace zsb
