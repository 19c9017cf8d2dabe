#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/codec.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A file on its way, in pieces.
struct Upload
{
    std::string id{};
    std::string sha256{};
    std::string purpose{};
    std::int64_t size = 0;
    ActorId actor{};
    std::int64_t offset = 0; ///< how much is here
    Instant expires{};
};

/// Unfinished files, in a folder of their own that every server of the service shares: what is there is how far it is.
/// Each piece is a file of its own, written whole and by the codec, so that it is sealed where the season is. Any
/// thread, any process.
class Uploads
{
public:
    static constexpr std::chrono::hours life{24}; ///< after the last piece

    /// The codec outlives it.
    Uploads(std::string folder, const FieldCodec &codec) : m_folder(std::move(folder)), m_codec(codec) {}

    /// Errors: Unreadable (the folder cannot be written).
    [[nodiscard]] Result<Upload> begin(Upload upload, Instant now) const;
    /// Errors: NotFound (no such upload, or over).
    [[nodiscard]] Result<Upload> find(std::string_view id, Instant now) const;
    /// Adds a piece at `offset`; what is added is on the disk. Errors: NotFound, Conflict (another piece is being
    /// added, or it does not begin where the file ends: see find()), Invalid (more than was announced), Unreadable.
    [[nodiscard]] Result<Upload> append(std::string_view id, std::int64_t offset, std::string_view bytes,
                                        Instant now) const;
    /// What has come so far. Errors: Unreadable, Invalid (sealed with a key that is gone).
    [[nodiscard]] Result<std::string> bytes(std::string_view id) const;
    void drop(std::string_view id) const;
    /// Removes what is over.
    void sweep(Instant now) const;

private:
    struct Piece
    {
        std::int64_t from = 0;
        std::int64_t to = 0;
        std::string path{};
    };
    [[nodiscard]] std::string notePath(std::string_view id) const;
    [[nodiscard]] std::string piecePath(std::string_view id, std::int64_t from, std::int64_t to) const;
    [[nodiscard]] std::vector<Piece> pieces(std::string_view id) const;

    std::string m_folder;
    const FieldCodec &m_codec;
};

} // namespace zsb
