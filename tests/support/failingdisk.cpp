#include "tests/support/failingdisk.h"

#include <cerrno>
#include <cstdarg>
#include <dlfcn.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

struct sqlite3_stmt;
struct PGconn;
struct PGresult;

namespace {

using zsb::test::Failing;

constexpr int lastStandardHandle = 2; ///< what the test itself says

constexpr int sqliteIoError = 10;
constexpr int sqliteFull = 13;

struct Plan
{
    Failing what = Failing::Disk;
    long left = 0; ///< calls until the one that fails; 0: not armed
    int error = 0;
    bool forEver = false;
    bool failed = false;
};
thread_local Plan plan;

/// Whether this call is one of those that fail.
bool fails(Failing what = Failing::Disk)
{
    if (plan.what != what || plan.left == 0 || (plan.failed && !plan.forEver))
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

constexpr auto sqlite = "libsqlite3.so.0";
constexpr auto postgres = "libpq.so.5";

/// Of a library that is there only because a plugin of Qt wanted it.
template<typename F>
F late(const char *library, const char *name)
{
    return reinterpret_cast<F>(dlsym(dlopen(library, RTLD_LAZY), name)); // NOLINT
}

/// SQLite's own statements without a text work, and going back is never refused: there is nothing in it that could
/// fail.
bool failsAt(const char *text)
{
    return text != nullptr && !std::string_view(text).starts_with("ROLLBACK") && fails(Failing::Statement);
}

} // namespace

namespace zsb::test {

NthFailure::NthFailure(Failing what, long nth, int error, bool forEver)
{
    plan = {what, nth, error, forEver, false};
}

NthFailure::~NthFailure()
{
    plan = {};
}

bool NthFailure::hasFailed() const
{
    return plan.failed;
}

FailedPoints everyPoint(const std::function<void(const std::function<void()> &heal)> &work)
{
    constexpr long mostPoints = 200;
    const auto count = [&work](Failing what, int error, bool forEver) {
        long points = 0;
        bool hasFailed = true;
        for (long n = 1; n <= mostPoints && hasFailed; ++n) {
            auto failure = std::make_unique<NthFailure>(what, n, error, forEver);
            work([&] {
                hasFailed = failure && failure->hasFailed();
                failure.reset();
            });
            points += hasFailed ? 1 : 0;
        }
        return points;
    };
    FailedPoints points;
    for (const bool forEver : {false, true}) {
        for (const int error : {ENOSPC, EIO})
            points.disk += count(Failing::Disk, error, forEver);
        for (const int error : {sqliteFull, sqliteIoError})
            points.statements += count(Failing::Statement, error, forEver);
    }
    return points;
}

} // namespace zsb::test

extern "C" {

/// Qt's plugins ask for these by name, and find the ones of the program first.
int sqlite3_step(sqlite3_stmt *statement)
{
    static const auto real = late<int (*)(sqlite3_stmt *)>(sqlite, "sqlite3_step");
    static const auto textOf = late<const char *(*)(sqlite3_stmt *)>(sqlite, "sqlite3_sql");
    return failsAt(textOf(statement)) ? plan.error : real(statement);
}

int PQsendQuery(PGconn *connection, const char *text)
{
    static const auto real = late<int (*)(PGconn *, const char *)>(postgres, "PQsendQuery");
    return failsAt(text) ? 0 : real(connection, text);
}

PGresult *PQexec(PGconn *connection, const char *text)
{
    static const auto real = late<PGresult *(*)(PGconn *, const char *)>(postgres, "PQexec");
    return failsAt(text) ? nullptr : real(connection, text);
}

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
