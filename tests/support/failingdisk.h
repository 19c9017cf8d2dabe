#pragma once

#include <functional>

namespace zsb::test {

/// A disk that fails when it is told to: the calls of libc that change files, for Qt, SQLite and everybody else in the
/// thread that armed it. A program that links failingdisk.cpp has them. Linux only.
class FailingDisk
{
public:
    /// The n-th call from now on (1 is the next) fails with `error` (ENOSPC, EIO), and with `forEver` every one after.
    FailingDisk(long nth, int error, bool forEver);
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;
    ~FailingDisk();

    /// Whether anything has failed: false means that the work needs fewer calls than that.
    [[nodiscard]] bool hasFailed() const;
};

/// Does one piece of work again and again, new each time, while the n-th call to the disk fails: for n = 1, 2, … until
/// the work needs fewer calls than that. Full and broken disks; once, and from there on for good. `work` calls what it
/// is given when the disk is to work again, and then holds what came of it against what should. Says at how many points
/// it failed.
long everyPoint(const std::function<void(const std::function<void()> &heal)> &work);

} // namespace zsb::test
