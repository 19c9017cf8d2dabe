#include "core/storage/schema.h"

#include "core/storage/database.h"

#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::array version1 = {
    // What happened, in the order it happened. Never updated, never deleted: the event log is the audit log.
    uR"(CREATE TABLE events (
        seq INTEGER PRIMARY KEY,
        application TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        command_id TEXT NOT NULL,
        command_hash TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        role TEXT NOT NULL,
        pack_hash TEXT NOT NULL,
        body BLOB NOT NULL,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        UNIQUE (application, sequence)) STRICT)",
    u"CREATE INDEX events_by_command ON events (command_id)",
    u"CREATE INDEX events_by_actor ON events (actor, seq)",
    uR"(CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never updated'); END)",
    uR"(CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END)",
    // How many events there are and the hash of the last, so that a truncated log is noticed.
    uR"(CREATE TABLE chain (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        events INTEGER NOT NULL,
        head TEXT NOT NULL) STRICT)",
    u"INSERT INTO chain (id, events, head) VALUES (1, 0, '')",
    // What has to be sent to a server, not before the hold of a decision is over.
    uR"(CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY REFERENCES events (seq),
        held_until INTEGER NOT NULL,
        sent INTEGER NOT NULL DEFAULT 0) STRICT)",
    u"CREATE INDEX outbox_waiting ON outbox (held_until) WHERE sent = 0",
    // From here on: projections, which rebuild() makes again from the events.
    uR"(CREATE TABLE application (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        no TEXT NOT NULL,
        type TEXT NOT NULL,
        phase TEXT NOT NULL,
        stage TEXT NOT NULL,
        payment TEXT NOT NULL,
        claimed_by TEXT NOT NULL,
        claimed_until INTEGER NOT NULL,
        due INTEGER NOT NULL,
        priority INTEGER NOT NULL,
        errors INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        severity TEXT NOT NULL,
        findings BLOB NOT NULL,
        name BLOB NOT NULL,
        name_key TEXT NOT NULL,
        py TEXT NOT NULL,
        id_suffix TEXT NOT NULL,
        document TEXT NOT NULL,
        phone TEXT NOT NULL,
        college TEXT NOT NULL,
        updated INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        state BLOB NOT NULL) STRICT)",
    u"CREATE INDEX application_by_due ON application (due, priority, no, id)",
    u"CREATE INDEX application_by_phase ON application (phase, due, priority, no, id)",
    u"CREATE INDEX application_by_claim ON application (claimed_by, due, priority, no, id)",
    u"CREATE INDEX application_by_no ON application (no, id)",
    u"CREATE INDEX application_by_py ON application (py, no, id)",
    u"CREATE INDEX application_by_suffix ON application (id_suffix)",
    u"CREATE INDEX application_by_document ON application (document)",
    u"CREATE INDEX application_by_phone ON application (phone)",
    u"CREATE INDEX application_facets ON application (phase, type, college, severity, claimed_by)",
    // Every file an application refers to, to find the same bytes elsewhere; `kept` ones are earlier or of requests.
    uR"(CREATE TABLE item_hash (
        sha256 TEXT NOT NULL,
        application INTEGER NOT NULL REFERENCES application (row),
        kind TEXT NOT NULL CHECK (kind IN ('portrait', 'material', 'kept')),
        slot TEXT NOT NULL,
        PRIMARY KEY (sha256, application, kind, slot)) STRICT, WITHOUT ROWID)",
    u"CREATE INDEX item_hash_by_application ON item_hash (application)",
    // A name's pinyin, whole and initials, one row a reading.
    uR"(CREATE TABLE reading (
        application INTEGER NOT NULL REFERENCES application (row),
        py TEXT NOT NULL,
        pyi TEXT NOT NULL,
        PRIMARY KEY (application, py)) STRICT, WITHOUT ROWID)",
    u"CREATE INDEX reading_by_py ON reading (py)",
    u"CREATE INDEX reading_by_initials ON reading (pyi)",
    // Names in single characters and pairs (see nametokens.h); holds no text of its own.
    u"CREATE VIRTUAL TABLE name_fts USING fts5(tokens, content='', detail=none, tokenize='ascii')",
    // What the projections were made with.
    u"CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
};

constexpr std::array version2 = {
    // Application numbers as they are looked for, however they are typed.
    u"ALTER TABLE application ADD COLUMN no_key TEXT NOT NULL DEFAULT ''",
    u"CREATE INDEX application_by_no_key ON application (no_key, id)",
    // A list of one phase in its other orders.
    u"CREATE INDEX application_by_phase_no ON application (phase, no, id)",
    u"CREATE INDEX application_by_phase_py ON application (phase, py, no, id)",
    // Everything a list is narrowed and counted by, so that counting never reads the files themselves.
    u"DROP INDEX application_facets",
    u"CREATE INDEX application_facets ON application "
    "(phase, stage, type, college, severity, claimed_by, claimed_until)",
};

constexpr std::array version3 = {
    // Every order of a list carries what a list is narrowed by, so that files that are not shown are never read.
    // Numbers are ordered as they are looked for.
    u"DROP INDEX application_by_due",
    u"CREATE INDEX application_by_due ON application "
    "(due, priority, no, id, stage, type, college, severity, claimed_by, claimed_until, no_key)",
    u"DROP INDEX application_by_phase",
    u"CREATE INDEX application_by_phase ON application "
    "(phase, due, priority, no, id, stage, type, college, severity, claimed_by, claimed_until)",
    u"DROP INDEX application_by_no",
    u"DROP INDEX application_by_no_key",
    u"CREATE INDEX application_by_no_key ON application "
    "(no_key, id, stage, type, college, severity, claimed_by, claimed_until)",
    u"DROP INDEX application_by_phase_no",
    u"CREATE INDEX application_by_phase_no ON application "
    "(phase, no_key, id, stage, type, college, severity, claimed_by, claimed_until)",
    u"DROP INDEX application_by_py",
    u"CREATE INDEX application_by_py ON application "
    "(py, no, id, stage, type, college, severity, claimed_by, claimed_until)",
    u"DROP INDEX application_by_phase_py",
    u"CREATE INDEX application_by_phase_py ON application "
    "(phase, py, no, id, stage, type, college, severity, claimed_by, claimed_until)",
};

constexpr std::array version4 = {
    // What reviewers keep for themselves (see desk.h): no part of the log, and not projected from it, so that a file is
    // named by its id.
    uR"(CREATE TABLE desk_tag (
        actor TEXT NOT NULL,
        tag INTEGER NOT NULL CHECK (tag BETWEEN 1 AND 9),
        application TEXT NOT NULL,
        PRIMARY KEY (actor, tag, application)) STRICT, WITHOUT ROWID)",
    u"CREATE INDEX desk_tag_by_application ON desk_tag (application, actor, tag)",
    uR"(CREATE TABLE desk_tag_name (
        actor TEXT NOT NULL,
        tag INTEGER NOT NULL CHECK (tag BETWEEN 1 AND 9),
        name BLOB NOT NULL,
        PRIMARY KEY (actor, tag)) STRICT, WITHOUT ROWID)",
    uR"(CREATE TABLE desk_view (
        actor TEXT NOT NULL,
        id TEXT NOT NULL,
        name BLOB NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (actor, id)) STRICT, WITHOUT ROWID)",
};

constexpr std::array allMigrations = {Migration{1, version1}, Migration{2, version2}, Migration{3, version3},
                                      Migration{4, version4}};

Done copyAside(const Database &database, const std::string &path, std::int64_t version)
{
    const QString backup = QString::fromStdString(path) + u".v%1.backup"_s.arg(version);
    QFile::remove(backup);
    if (Done copied = database.execute(u"VACUUM INTO ?"_s, {backup}); !copied)
        return within("backup before migration", copied.error());
    return done();
}

Done apply(const Database &database, const Migration &migration)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // another process may have done it while we waited for the lock
    const Result<std::int64_t> version = database.number(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (*version >= migration.version)
        return transaction->commit();
    for (const char16_t *statement : migration.statements) {
        if (Done applied = database.execute(QString::fromUtf16(statement)); !applied)
            return within("migration " + std::to_string(migration.version), applied.error());
    }
    if (Done numbered = database.execute(u"PRAGMA user_version = %1"_s.arg(migration.version)); !numbered)
        return numbered;
    return transaction->commit();
}

} // namespace

std::span<const Migration> migrations()
{
    return allMigrations;
}

Done requireNewest(const Database &database)
{
    const Result<std::int64_t> version = database.number(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (*version != allMigrations.back().version)
        return Error{ErrorCode::Invalid,
                     "database of another version of the program, schema " + std::to_string(*version)};
    return done();
}

Done migrate(const Database &database, const std::string &path)
{
    const Result<std::int64_t> version = database.number(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (*version > allMigrations.back().version)
        return Error{ErrorCode::Invalid, "database of a newer program, schema " + std::to_string(*version)};
    if (*version == allMigrations.back().version)
        return done();
    if (*version > 0) {
        if (Done copied = copyAside(database, path, *version); !copied)
            return copied;
    }
    for (const Migration &migration : allMigrations) {
        if (*version < migration.version) {
            if (Done applied = apply(database, migration); !applied)
                return applied;
        }
    }
    return done();
}

} // namespace zsb
