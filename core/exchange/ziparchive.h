#pragma once

#include "core/exchange/bytesource.h"
#include "core/exchange/tablereader.h"

#include <memory>
#include <string>

struct zip;

namespace zsb {

/// A ZIP container read entry by entry, each guarded by a limit on what it inflates to. One thread at a time.
class ZipArchive
{
public:
    /// Errors: Unreadable, Invalid (damaged), Refused (too many entries).
    [[nodiscard]] static Result<std::unique_ptr<ZipArchive>> open(const std::string &path, const ReadLimits &limits);

    [[nodiscard]] bool has(const std::string &name) const;
    /// The entry inflated as it is read; it must not outlive the archive. Names are compared without case.
    /// Errors: NotFound, Refused (encrypted; beyond `maxBytes` or the inflation of the limits, also while reading),
    /// Unreadable, Invalid.
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> entry(const std::string &name, std::int64_t maxBytes) const;

private:
    struct Discard
    {
        void operator()(zip *archive) const;
    };
    std::unique_ptr<zip, Discard> m_zip;
    ReadLimits m_limits;
};

} // namespace zsb
