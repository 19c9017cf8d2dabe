#pragma once

#include "core/storage/blobstore.h"

#include <string>
#include <vector>

namespace zsb {

/// Takes back the files that were put into a blob store since this was made, unless it is told to keep them: those an
/// import copied before it was stopped. Nobody else may put files meanwhile, so hold the FolderLock. The store must
/// outlive it.
class CopiedBlobs
{
public:
    explicit CopiedBlobs(const BlobStore &blobs) : m_blobs(blobs), m_before(blobs.all()) {}
    CopiedBlobs(const CopiedBlobs &) = delete;
    CopiedBlobs &operator=(const CopiedBlobs &) = delete;
    ~CopiedBlobs();

    void keep() { m_keep = true; }

private:
    const BlobStore &m_blobs;
    std::vector<std::string> m_before; ///< in order
    bool m_keep = false;
};

} // namespace zsb
