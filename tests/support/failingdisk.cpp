#include "tests/support/failingdisk.h"

#include <cerrno>
#include <cstdarg>
#include <dlfcn.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace {

constexpr int lastStandardHandle = 2; ///< what the test itself says

struct Plan
{
    long left = 0; ///< calls until the one that fails; 0: not armed
    int error = 0;
    bool forEver = false;
    bool failed = false;
};
thread_local Plan plan;

/// Whether this call is one of those that fail.
bool fails()
{
    if (plan.left == 0 || (plan.failed && !plan.forEver))
        return false;
    if (!plan.failed && --plan.left > 0)
        return false;
    plan.left = 1;
    plan.failed = true;
    errno = plan.error;
    return true;
}

template<typename F>
F next(const char *name)
{
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, name)); // NOLINT
}

} // namespace

namespace zsb::test {

FailingDisk::FailingDisk(long nth, int error, bool forEver)
{
    plan = {nth, error, forEver, false};
}

FailingDisk::~FailingDisk()
{
    plan = {};
}

bool FailingDisk::hasFailed() const
{
    return plan.failed;
}

long everyPoint(const std::function<void(const std::function<void()> &heal)> &work)
{
    constexpr long mostPoints = 200;
    long points = 0;
    for (const auto &[error, forEver] : {std::pair(ENOSPC, false), {ENOSPC, true}, {EIO, false}, {EIO, true}}) {
        bool hasFailed = true;
        for (long n = 1; n <= mostPoints && hasFailed; ++n) {
            auto disk = std::make_unique<FailingDisk>(n, error, forEver);
            work([&] {
                hasFailed = disk && disk->hasFailed();
                disk.reset();
            });
            points += hasFailed ? 1 : 0;
        }
    }
    return points;
}

} // namespace zsb::test

extern "C" {

ssize_t write(int file, const void *bytes, size_t count)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    return file > lastStandardHandle && fails() ? -1 : real(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return fails() ? -1 : real(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return fails() ? -1 : real(file, bytes, count, offset);
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    return fails() ? -1 : real(file);
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return fails() ? -1 : real(file);
}

int ftruncate(int file, off_t length) noexcept
{
    static const auto real = next<int (*)(int, off_t)>("ftruncate");
    return fails() ? -1 : real(file, length);
}

int ftruncate64(int file, off64_t length) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return fails() ? -1 : real(file, length);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    return fails() ? -1 : real(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    static const auto real = next<int (*)(int, const char *, int, const char *, unsigned)>("renameat2");
    return fails() ? -1 : real(fromFolder, from, toFolder, to, flags);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    static const auto real = next<int (*)(const char *, mode_t)>("mkdir");
    return fails() ? -1 : real(path, mode);
}

int open64(const char *path, int flags, ...)
{
    static const auto real = next<int (*)(const char *, int, ...)>("open64");
    va_list rest;
    va_start(rest, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : mode_t(0);
    va_end(rest);
    return (flags & O_CREAT) != 0 && fails() ? -1 : real(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    static const auto real = next<int (*)(const char *, int, ...)>("open");
    va_list rest;
    va_start(rest, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : mode_t(0);
    va_end(rest);
    return (flags & O_CREAT) != 0 && fails() ? -1 : real(path, flags, mode);
}
}
