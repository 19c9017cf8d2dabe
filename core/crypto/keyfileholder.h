#pragma once

#include "core/crypto/keyholder.h"

namespace zsb {

/// Keys as files of a folder, `<name>.key`, readable by their owner alone (0400 in a folder of 0700): for a service,
/// whose disk and account are the protection. A file that others may read is refused, not used with a warning. What
/// systemd has delivered is only read: whoever sealed it to the machine is not the service.
class KeyFileHolder final : public KeyHolder
{
public:
    enum class Folder
    {
        Own,
        Delivered, ///< see readDeliveredFile()
    };

    explicit KeyFileHolder(std::string folder, RandomSource random, Folder kind = Folder::Own)
        : m_folder(std::move(folder)), m_random(std::move(random)), m_kind(kind)
    {
    }

    [[nodiscard]] Result<Key> load(std::string_view name) const override;
    [[nodiscard]] Done keep(std::string_view name, const Key &key) override;
    /// Overwritten with random bytes, then removed. A disk that remaps its blocks may remember: see docs/security.md.
    [[nodiscard]] Done destroy(std::string_view name) override;

private:
    [[nodiscard]] std::string path(std::string_view name) const;

    std::string m_folder;
    RandomSource m_random;
    Folder m_kind;
};

} // namespace zsb
