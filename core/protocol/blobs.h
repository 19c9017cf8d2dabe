#pragma once

#include "core/base/clock.h"
#include "core/domain/jsonmembers.h"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace zsb {

/// Files go under the SHA-256 of their bytes, before the ops that speak of them. `HEAD /v1/blobs/{sha256}` tells
/// whether one is there; `PUT` gives a whole one of at most this, larger ones go in pieces.
inline constexpr long long largestWholeBytes = 1 << 20;
inline constexpr long long longestPieceBytes = 4 << 20;
inline constexpr long long longestBlobBytes = 64 << 20;
inline constexpr long long longestPreviewBytes = 60 << 10; ///< `GET /v1/blobs/{sha256}/preview`

/// `POST /v1/uploads`; then `PATCH /v1/uploads/{id}` with the header `upload-offset`, and `HEAD` or `GET` to learn how
/// far it is. The last piece is answered when the whole is checked and kept.
struct NewUpload
{
    std::string sha256{};
    std::int64_t size = 0;
    std::string purpose{}; ///< `portrait`: to be measured; anything else is a material

    bool operator==(const NewUpload &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("sha256", &NewUpload::sha256), required("size", &NewUpload::size),
                          member("purpose", &NewUpload::purpose));
    }
};

/// Also in the headers `location`, `upload-offset`, `upload-length`, `upload-complete`.
struct UploadAnswer
{
    std::string id{};
    std::string sha256{};
    std::int64_t size = 0;
    std::int64_t offset = 0; ///< `size`: it is there
    Instant expires{};
    std::int64_t limit = 0; ///< of one piece

    bool operator==(const UploadAnswer &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("id", &UploadAnswer::id), required("sha256", &UploadAnswer::sha256),
                          required("size", &UploadAnswer::size), required("offset", &UploadAnswer::offset),
                          required("expires", &UploadAnswer::expires), required("limit", &UploadAnswer::limit));
    }
};

/// `POST /v1/blobs:batch`: many small ones in one request, at most 2 MiB of it.
struct SmallBlob
{
    std::string sha256{};
    std::string data{}; ///< base64
    std::string purpose{};

    bool operator==(const SmallBlob &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("sha256", &SmallBlob::sha256), required("data", &SmallBlob::data),
                          member("purpose", &SmallBlob::purpose));
    }
};
struct BlobBatch
{
    std::vector<SmallBlob> blobs{};

    bool operator==(const BlobBatch &) const = default;
    static constexpr auto members() { return std::tuple(required("blobs", &BlobBatch::blobs)); }
};

struct BlobStored
{
    std::string sha256{};
    bool stored = false; ///< false: the bytes are not those of the hash, or could not be kept

    bool operator==(const BlobStored &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("sha256", &BlobStored::sha256), required("stored", &BlobStored::stored));
    }
};
struct BlobBatchAnswer
{
    std::vector<BlobStored> blobs{};

    bool operator==(const BlobBatchAnswer &) const = default;
    static constexpr auto members() { return std::tuple(required("blobs", &BlobBatchAnswer::blobs)); }
};

} // namespace zsb
