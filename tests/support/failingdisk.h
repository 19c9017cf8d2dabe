#pragma once

#include <functional>

namespace zsb::test {

/// What fails: a call of libc that changes files, for Qt, SQLite and everybody else; a step of a statement of SQLite,
/// or one that is sent to PostgreSQL.
enum class Failing
{
    Disk,
    Statement,
};

/// Fails when it is told to, in the thread that armed it. A program that links zsb_failingdisk has it. Linux only.
class NthFailure
{
public:
    /// The n-th call from now on (1 is the next) fails with `error` (ENOSPC, EIO; SQLITE_FULL, SQLITE_IOERR; PostgreSQL
    /// has one way alone), and with `forEver` every one after.
    NthFailure(Failing what, long nth, int error, bool forEver);
    NthFailure(const NthFailure &) = delete;
    NthFailure &operator=(const NthFailure &) = delete;
    ~NthFailure();

    /// Whether anything has failed: false means that the work needs fewer calls than that.
    [[nodiscard]] bool hasFailed() const;
};

/// At how many points a piece of work has failed.
struct FailedPoints
{
    long disk = 0;
    long statements = 0;
};

/// Does one piece of work again and again, new each time, while the n-th call to the disk fails, and then the n-th
/// statement: for n = 1, 2, … until the work needs fewer than that. Full and broken disks; once, and from there on for
/// good. `work` calls what it is given when everything is to work again, and then holds what came of it against what
/// should.
FailedPoints everyPoint(const std::function<void(const std::function<void()> &heal)> &work);

} // namespace zsb::test
