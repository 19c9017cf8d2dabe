#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

class FieldCodec;

/// Uploaded files, each under the SHA-256 of its bytes: `ab/cdef…`. Written once, never changed: temporary file,
/// fsync, rename, fsync of the folder. With a codec that conceals, what lies there is sealed; the name is that of the
/// bytes in clear all the same. Any thread; any number of stores on one folder.
class BlobStore
{
public:
    enum class Verify
    {
        No,
        Yes, ///< reads the bytes and compares their hash
    };
    /// When a file put is safe against loss of power.
    enum class Durable
    {
        AtOnce,
        AfterFlush, ///< for many files: after flush()
    };

    explicit BlobStore(std::string folder, std::shared_ptr<const FieldCodec> codec = nullptr)
        : m_folder(std::move(folder)), m_codec(std::move(codec))
    {
    }

    /// The SHA-256 of what was put; the same bytes are stored once, and damaged ones under their name are repaired.
    /// Errors: Unreadable (the folder cannot be written).
    [[nodiscard]] Result<std::string> put(std::string_view bytes, Durable durable = Durable::AtOnce) const;
    /// A copy of a file. Errors: NotFound, Unreadable.
    [[nodiscard]] Result<std::string> putFile(const std::string &file, Durable durable = Durable::AtOnce) const;
    /// Makes everything put before durable.
    [[nodiscard]] Done flush() const;

    [[nodiscard]] bool contains(std::string_view sha256) const;
    /// Whether it is there and its bytes are those of its name; reads them.
    [[nodiscard]] bool isWhole(std::string_view sha256) const;
    /// Where the file is, whether or not it is there.
    [[nodiscard]] std::string path(std::string_view sha256) const;
    /// Errors: NotFound, Unreadable, Invalid (the bytes are not those of the hash, or do not open).
    [[nodiscard]] Result<std::string> read(std::string_view sha256, Verify verify = Verify::No) const;
    /// Seals a file anew, unless what lies there begins with that; whether it did. Errors: those of read() and put().
    [[nodiscard]] Result<bool> writeAgain(std::string_view sha256, std::string_view unlessBegins) const;
    /// Every hash stored, in order.
    [[nodiscard]] std::vector<std::string> all() const;

private:
    [[nodiscard]] bool isSealed() const;
    [[nodiscard]] Done write(std::string_view sha256, std::string_view bytes, Durable durable) const;

    std::string m_folder;
    std::shared_ptr<const FieldCodec> m_codec; ///< null: as it is
};

} // namespace zsb
