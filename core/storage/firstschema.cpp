#include "core/storage/firstschema.h"

#include <array>

namespace zsb {

namespace {

constexpr std::array sqliteStep1 = {
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

constexpr std::array sqliteStep2 = {
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

constexpr std::array sqliteStep3 = {
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

constexpr std::array sqliteStep4 = {
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

/// What four steps made of SQLite's tables, in one: PostgreSQL came afterwards. An index carries what lists are
/// narrowed by beside its key, and `row`, which SQLite's carry by themselves.
constexpr std::array postgresStep4 = {
    uR"(CREATE TABLE events (
        seq {integer} PRIMARY KEY,
        application {text} NOT NULL,
        sequence {integer} NOT NULL,
        command_id {text} NOT NULL,
        command_hash {text} NOT NULL,
        kind {text} NOT NULL,
        at {integer} NOT NULL,
        actor {text} NOT NULL,
        role {text} NOT NULL,
        pack_hash {text} NOT NULL,
        body {bytes} NOT NULL,
        prev_hash {text} NOT NULL,
        hash {text} NOT NULL,
        UNIQUE (application, sequence)))",
    u"CREATE INDEX events_by_command ON events (command_id)",
    u"CREATE INDEX events_by_actor ON events (actor, seq)",
    uR"(CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'events are never updated, deleted or truncated'; END $$)",
    u"CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    u"CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    u"CREATE TRIGGER events_are_never_truncated BEFORE TRUNCATE ON events EXECUTE FUNCTION refuse_change()",
    uR"(CREATE TABLE chain (
        id {integer} PRIMARY KEY CHECK (id = 1),
        events {integer} NOT NULL,
        head {text} NOT NULL))",
    u"INSERT INTO chain (id, events, head) VALUES (1, 0, '')",
    uR"(CREATE TABLE outbox (
        seq {integer} PRIMARY KEY REFERENCES events (seq),
        held_until {integer} NOT NULL,
        sent {integer} NOT NULL DEFAULT 0))",
    u"CREATE INDEX outbox_waiting ON outbox (held_until) WHERE sent = 0",
    uR"(CREATE TABLE application (
        row {integer} PRIMARY KEY,
        id {text} NOT NULL UNIQUE,
        no {text} NOT NULL,
        type {text} NOT NULL,
        phase {text} NOT NULL,
        stage {text} NOT NULL,
        payment {text} NOT NULL,
        claimed_by {text} NOT NULL,
        claimed_until {integer} NOT NULL,
        due {integer} NOT NULL,
        priority {integer} NOT NULL,
        errors {integer} NOT NULL,
        warnings {integer} NOT NULL,
        severity {text} NOT NULL,
        findings {bytes} NOT NULL,
        name {bytes} NOT NULL,
        name_key {text} NOT NULL,
        py {text} NOT NULL,
        id_suffix {text} NOT NULL,
        document {text} NOT NULL,
        phone {text} NOT NULL,
        college {text} NOT NULL,
        updated {integer} NOT NULL,
        revision {integer} NOT NULL,
        state {bytes} NOT NULL,
        no_key {text} NOT NULL DEFAULT ''))",
    u"CREATE INDEX application_by_due ON application (due, priority, no, id) "
    "INCLUDE (row, stage, type, college, severity, claimed_by, claimed_until, no_key)",
    u"CREATE INDEX application_by_phase ON application (phase, due, priority, no, id) "
    "INCLUDE (row, stage, type, college, severity, claimed_by, claimed_until)",
    u"CREATE INDEX application_by_claim ON application (claimed_by, due, priority, no, id)",
    u"CREATE INDEX application_by_no_key ON application (no_key, id) "
    "INCLUDE (row, stage, type, college, severity, claimed_by, claimed_until)",
    u"CREATE INDEX application_by_phase_no ON application (phase, no_key, id) "
    "INCLUDE (row, stage, type, college, severity, claimed_by, claimed_until)",
    u"CREATE INDEX application_by_py ON application (py, no, id) "
    "INCLUDE (row, stage, type, college, severity, claimed_by, claimed_until)",
    u"CREATE INDEX application_by_phase_py ON application (phase, py, no, id) "
    "INCLUDE (row, stage, type, college, severity, claimed_by, claimed_until)",
    u"CREATE INDEX application_by_suffix ON application (id_suffix)",
    u"CREATE INDEX application_by_document ON application (document)",
    u"CREATE INDEX application_by_phone ON application (phone)",
    u"CREATE INDEX application_facets ON application "
    "(phase, stage, type, college, severity, claimed_by, claimed_until)",
    uR"(CREATE TABLE item_hash (
        sha256 {text} NOT NULL,
        application {integer} NOT NULL REFERENCES application (row),
        kind {text} NOT NULL CHECK (kind IN ('portrait', 'material', 'kept')),
        slot {text} NOT NULL,
        PRIMARY KEY (sha256, application, kind, slot)))",
    u"CREATE INDEX item_hash_by_application ON item_hash (application)",
    uR"(CREATE TABLE reading (
        application {integer} NOT NULL REFERENCES application (row),
        py {text} NOT NULL,
        pyi {text} NOT NULL,
        PRIMARY KEY (application, py)))",
    u"CREATE INDEX reading_by_py ON reading (py, application)",
    u"CREATE INDEX reading_by_initials ON reading (pyi, application)",
    // In place of SQLite's full-text table: the same words, one row each.
    uR"(CREATE TABLE name_word (
        word {text} NOT NULL,
        application {integer} NOT NULL REFERENCES application (row),
        PRIMARY KEY (word, application)))",
    u"CREATE INDEX name_word_by_application ON name_word (application)",
    u"CREATE TABLE meta (key {text} PRIMARY KEY, value {text} NOT NULL)",
    uR"(CREATE TABLE desk_tag (
        actor {text} NOT NULL,
        tag {integer} NOT NULL CHECK (tag BETWEEN 1 AND 9),
        application {text} NOT NULL,
        PRIMARY KEY (actor, tag, application)))",
    u"CREATE INDEX desk_tag_by_application ON desk_tag (application, actor, tag)",
    uR"(CREATE TABLE desk_tag_name (
        actor {text} NOT NULL,
        tag {integer} NOT NULL CHECK (tag BETWEEN 1 AND 9),
        name {bytes} NOT NULL,
        PRIMARY KEY (actor, tag)))",
    uR"(CREATE TABLE desk_view (
        actor {text} NOT NULL,
        id {text} NOT NULL,
        name {bytes} NOT NULL,
        body {bytes} NOT NULL,
        PRIMARY KEY (actor, id)))",
};

constexpr std::array allSteps = {Migration{1, sqliteStep1, {}}, Migration{2, sqliteStep2, {}},
                                 Migration{3, sqliteStep3, {}}, Migration{4, sqliteStep4, postgresStep4}};

} // namespace

std::span<const Migration> firstMigrations()
{
    return allSteps;
}

} // namespace zsb
