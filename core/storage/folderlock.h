#pragma once

#include <QLockFile>

#include <string>

namespace zsb {

/// Who works in a data folder, for whoever comes second. Empty texts: nobody knows.
struct FolderHolder
{
    std::string user{};
    std::string host{};
};

/// The right to write a data folder, held while this lives: one program at a time, the desktop or `zsb-check import`. A
/// program that ended without giving it back loses it when it ran on this computer; on another one nobody can tell, so
/// there it stays until `zsb.lock` is removed by hand.
class FolderLock
{
public:
    /// `user` is told to whoever comes second.
    FolderLock(const std::string &folder, std::string user);
    ~FolderLock();

    /// False: somebody else has it, or the folder cannot be written.
    [[nodiscard]] bool take();
    [[nodiscard]] FolderHolder holder() const;

private:
    std::string m_user;
    QString m_who; ///< file beside the lock: what the lock itself does not tell
    QLockFile m_lock;
};

} // namespace zsb
