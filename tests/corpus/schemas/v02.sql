PRAGMA user_version = 2;;
CREATE TABLE events (
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
        UNIQUE (application, sequence)) STRICT;;
CREATE INDEX events_by_command ON events (command_id);;
CREATE INDEX events_by_actor ON events (actor, seq);;
CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never updated'); END;;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;;
CREATE TABLE chain (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        events INTEGER NOT NULL,
        head TEXT NOT NULL) STRICT;;
INSERT INTO chain (id, events, head) VALUES (1, 0, '');;
CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY REFERENCES events (seq),
        held_until INTEGER NOT NULL,
        sent INTEGER NOT NULL DEFAULT 0) STRICT;;
CREATE INDEX outbox_waiting ON outbox (held_until) WHERE sent = 0;;
CREATE TABLE application (
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
        state BLOB NOT NULL, no_key TEXT NOT NULL DEFAULT '') STRICT;;
CREATE INDEX application_by_due ON application (due, priority, no, id);;
CREATE INDEX application_by_phase ON application (phase, due, priority, no, id);;
CREATE INDEX application_by_claim ON application (claimed_by, due, priority, no, id);;
CREATE INDEX application_by_no ON application (no, id);;
CREATE INDEX application_by_py ON application (py, no, id);;
CREATE INDEX application_by_suffix ON application (id_suffix);;
CREATE INDEX application_by_document ON application (document);;
CREATE INDEX application_by_phone ON application (phone);;
CREATE INDEX application_by_no_key ON application (no_key, id);;
CREATE INDEX application_by_phase_no ON application (phase, no, id);;
CREATE INDEX application_by_phase_py ON application (phase, py, no, id);;
CREATE INDEX application_facets ON application (phase, stage, type, college, severity, claimed_by, claimed_until);;
CREATE TABLE item_hash (
        sha256 TEXT NOT NULL,
        application INTEGER NOT NULL REFERENCES application (row),
        kind TEXT NOT NULL CHECK (kind IN ('portrait', 'material', 'kept')),
        slot TEXT NOT NULL,
        PRIMARY KEY (sha256, application, kind, slot)) STRICT, WITHOUT ROWID;;
CREATE INDEX item_hash_by_application ON item_hash (application);;
CREATE TABLE reading (
        application INTEGER NOT NULL REFERENCES application (row),
        py TEXT NOT NULL,
        pyi TEXT NOT NULL,
        PRIMARY KEY (application, py)) STRICT, WITHOUT ROWID;;
CREATE INDEX reading_by_py ON reading (py);;
CREATE INDEX reading_by_initials ON reading (pyi);;
CREATE VIRTUAL TABLE name_fts USING fts5(tokens, content='', detail=none, tokenize='ascii');;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;;
INSERT INTO events VALUES (1, 'app', 1, 'cmd', 'hash', 'withdrawn', 0, 'actor', 'role', 'pack', x'7b7d', '', 'h');;
