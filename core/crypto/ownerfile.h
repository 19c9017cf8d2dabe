#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace zsb {

/// Small files that nobody but their owner reads (Unix: no rights for group and others). Errors name the file.

/// At most `most` bytes of it. Errors: NotFound, Refused (others have rights on it), Unreadable.
[[nodiscard]] Result<std::string> readOwnerFile(const std::string &path, std::size_t most);
/// The same of one that systemd has delivered ($CREDENTIALS_DIRECTORY): root's or our own, not writable by anybody
/// else. Its group may have read: there that stands for the entry of the service's account in an access list.
[[nodiscard]] Result<std::string> readDeliveredFile(const std::string &path, std::size_t most);
/// A new file, 0400, durable, in a folder that is made (0700) when it is not there. Errors: Conflict (there is one),
/// Unreadable (cannot be written).
[[nodiscard]] Done writeOwnerFile(const std::string &path, std::string_view bytes);
/// Overwrites it with random bytes, durable, and removes it. Errors: NotFound, Unreadable (it may still be there).
[[nodiscard]] Done shredFile(const std::string &path, const RandomSource &random);

} // namespace zsb
