#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Uploaded files, each under the SHA-256 of its bytes: `ab/cdef…`. Written once, never changed: temporary file,
/// fsync, rename, fsync of the folder. Any thread; any number of stores on one folder.
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

    explicit BlobStore(std::string folder) : m_folder(std::move(folder)) {}

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
    /// Errors: NotFound, Unreadable, Invalid (the bytes are not those of the hash).
    [[nodiscard]] Result<std::string> read(std::string_view sha256, Verify verify = Verify::No) const;
    /// Every hash stored, in order.
    [[nodiscard]] std::vector<std::string> all() const;

private:
    std::string m_folder;
};

} // namespace zsb
