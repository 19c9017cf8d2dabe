PRAGMA user_version = 9;;
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
CREATE INDEX application_by_due ON application (due, priority, no, id, stage, type, college, severity, claimed_by, claimed_until, no_key);;
CREATE INDEX application_by_phase ON application (phase, due, priority, no, id, stage, type, college, severity, claimed_by, claimed_until);;
CREATE INDEX application_by_claim ON application (claimed_by, due, priority, no, id);;
CREATE INDEX application_by_py ON application (py, no, id, stage, type, college, severity, claimed_by, claimed_until);;
CREATE INDEX application_by_suffix ON application (id_suffix);;
CREATE INDEX application_by_document ON application (document);;
CREATE INDEX application_by_phone ON application (phone);;
CREATE INDEX application_by_no_key ON application (no_key, id, stage, type, college, severity, claimed_by, claimed_until);;
CREATE INDEX application_by_phase_no ON application (phase, no_key, id, stage, type, college, severity, claimed_by, claimed_until);;
CREATE INDEX application_by_phase_py ON application (phase, py, no, id, stage, type, college, severity, claimed_by, claimed_until);;
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
CREATE TABLE desk_tag (
        actor TEXT NOT NULL,
        tag INTEGER NOT NULL CHECK (tag BETWEEN 1 AND 9),
        application TEXT NOT NULL,
        PRIMARY KEY (actor, tag, application)) STRICT, WITHOUT ROWID;;
CREATE INDEX desk_tag_by_application ON desk_tag (application, actor, tag);;
CREATE TABLE desk_tag_name (
        actor TEXT NOT NULL,
        tag INTEGER NOT NULL CHECK (tag BETWEEN 1 AND 9),
        name BLOB NOT NULL,
        PRIMARY KEY (actor, tag)) STRICT, WITHOUT ROWID;;
CREATE TABLE desk_view (
        actor TEXT NOT NULL,
        id TEXT NOT NULL,
        name BLOB NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (actor, id)) STRICT, WITHOUT ROWID;;
CREATE TABLE sync_peer (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        server TEXT NOT NULL,
        epoch TEXT NOT NULL,
        cursor INTEGER NOT NULL,
        scope TEXT NOT NULL,
        witness_size INTEGER NOT NULL,
        witness_root TEXT NOT NULL,
        clock_offset INTEGER NOT NULL,
        clock_within INTEGER NOT NULL,
        clock_at INTEGER NOT NULL) STRICT;;
CREATE TABLE sync_op (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        application TEXT NOT NULL,
        actor TEXT NOT NULL,
        kind TEXT NOT NULL,
        base INTEGER NOT NULL,
        after_op TEXT NOT NULL,
        epoch TEXT NOT NULL,
        judged TEXT NOT NULL,
        body BLOB NOT NULL,
        made INTEGER NOT NULL,
        held_until INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'answered', 'withdrawn')),
        attempts INTEGER NOT NULL DEFAULT 0,
        next_try INTEGER NOT NULL DEFAULT 0,
        sent INTEGER NOT NULL DEFAULT 0,
        trouble TEXT NOT NULL DEFAULT '',
        outcome TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 0,
        answer BLOB,
        answered INTEGER NOT NULL DEFAULT 0) STRICT;;
CREATE INDEX sync_op_waiting ON sync_op (application, n) WHERE state IN ('pending', 'sending');;
CREATE INDEX sync_op_by_state ON sync_op (state, outcome, sent);;
CREATE TABLE sync_op_blob (
        op TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (op, sha256)) STRICT, WITHOUT ROWID;;
CREATE TABLE sync_blob (
        sha256 TEXT PRIMARY KEY,
        bytes INTEGER NOT NULL,
        arrived INTEGER NOT NULL DEFAULT 0,
        upload TEXT NOT NULL DEFAULT '',
        uploaded INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_try INTEGER NOT NULL DEFAULT 0,
        trouble TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;;
CREATE INDEX sync_blob_waiting ON sync_blob (next_try) WHERE arrived = 0;;
CREATE TABLE sync_row (
        application TEXT PRIMARY KEY,
        version INTEGER NOT NULL DEFAULT 0,
        epoch TEXT NOT NULL DEFAULT '',
        adopted INTEGER NOT NULL DEFAULT 0,
        chain_op TEXT NOT NULL DEFAULT '',
        touched INTEGER NOT NULL DEFAULT 0,
        expects INTEGER NOT NULL DEFAULT 0,
        doubt INTEGER NOT NULL DEFAULT 0,
        tombstone TEXT NOT NULL DEFAULT 'none',
        shadow_version INTEGER NOT NULL DEFAULT 0,
        shadow BLOB) STRICT, WITHOUT ROWID;;
CREATE INDEX sync_row_unsettled ON sync_row (application) WHERE touched = 1 OR shadow IS NOT NULL;;
CREATE TABLE sync_inbox (
        n INTEGER PRIMARY KEY,
        op TEXT NOT NULL,
        application TEXT NOT NULL,
        actor TEXT NOT NULL,
        outcome TEXT NOT NULL,
        at INTEGER NOT NULL,
        seen INTEGER NOT NULL DEFAULT 0) STRICT;;
CREATE INDEX sync_inbox_unseen ON sync_inbox (actor, n) WHERE seen = 0;;
CREATE TABLE ledger (
        op TEXT PRIMARY KEY,
        actor TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        application TEXT NOT NULL,
        base INTEGER NOT NULL,
        after_op TEXT NOT NULL,
        outcome TEXT NOT NULL,
        events INTEGER NOT NULL,
        at INTEGER NOT NULL,
        answer TEXT NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX ledger_by_application ON ledger (application);;
CREATE INDEX ledger_by_actor ON ledger (actor, outcome);;
CREATE TABLE contested (
        op TEXT PRIMARY KEY,
        application TEXT NOT NULL,
        actor TEXT NOT NULL,
        outcome TEXT NOT NULL,
        at INTEGER NOT NULL,
        body BLOB NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX contested_by_application ON contested (application);;
CREATE TABLE epoch (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL) STRICT;;
CREATE TABLE notice (
        seq INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        kind TEXT NOT NULL,
        application TEXT NOT NULL,
        at INTEGER NOT NULL, read_at INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (recipient, seq, kind)) STRICT, WITHOUT ROWID;;
CREATE TABLE blob_verdict (
        sha256 TEXT NOT NULL,
        purpose TEXT NOT NULL,
        pack_hash TEXT NOT NULL,
        at INTEGER NOT NULL,
        facts TEXT NOT NULL,
        findings TEXT NOT NULL,
        PRIMARY KEY (sha256, purpose, pack_hash)) STRICT, WITHOUT ROWID;;
CREATE TABLE staff (
        id TEXT PRIMARY KEY,
        login TEXT NOT NULL UNIQUE,
        name BLOB NOT NULL,
        password TEXT NOT NULL,
        totp BLOB NOT NULL,
        totp_step INTEGER NOT NULL,
        scopes TEXT NOT NULL,
        rights INTEGER NOT NULL,
        disabled INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        locked_until INTEGER NOT NULL,
        created INTEGER NOT NULL,
        last_login INTEGER NOT NULL) STRICT, WITHOUT ROWID;;
CREATE TABLE device (
        thumbprint TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        enrolled_by TEXT NOT NULL,
        at INTEGER NOT NULL,
        revoked INTEGER NOT NULL) STRICT, WITHOUT ROWID;;
CREATE TABLE enrol_code (
        hash TEXT PRIMARY KEY,
        issued_by TEXT NOT NULL,
        expires INTEGER NOT NULL,
        used INTEGER NOT NULL) STRICT, WITHOUT ROWID;;
CREATE TABLE refresh_token (
        hash TEXT PRIMARY KEY,
        family TEXT NOT NULL,
        subject TEXT NOT NULL,
        device TEXT NOT NULL,
        family_expires INTEGER NOT NULL,
        used INTEGER NOT NULL,
        predecessor TEXT NOT NULL,
        successor_used INTEGER NOT NULL,
        revoked INTEGER NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX refresh_token_by_family ON refresh_token (family);;
CREATE INDEX refresh_token_by_subject ON refresh_token (subject);;
CREATE TABLE read_audit (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        device TEXT NOT NULL,
        what TEXT NOT NULL,
        application TEXT NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX read_audit_by_application ON read_audit (application, id);;
CREATE TABLE security_event (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        actor TEXT NOT NULL,
        address TEXT NOT NULL,
        detail TEXT NOT NULL) STRICT, WITHOUT ROWID;;
CREATE TABLE capture_link (
        hash TEXT PRIMARY KEY,
        application TEXT NOT NULL,
        issued_by TEXT NOT NULL,
        issued_role TEXT NOT NULL,
        at INTEGER NOT NULL,
        expires INTEGER NOT NULL,
        most_tries INTEGER NOT NULL,
        tries INTEGER NOT NULL,
        opened INTEGER NOT NULL,
        collected INTEGER NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX capture_link_by_application ON capture_link (application, at);;
CREATE TABLE account (
        id TEXT PRIMARY KEY,
        document TEXT NOT NULL,
        phone TEXT NOT NULL,
        document_type TEXT NOT NULL,
        document_number BLOB NOT NULL,
        phone_number BLOB NOT NULL,
        password TEXT NOT NULL,
        state TEXT NOT NULL,
        rights INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        locked_until INTEGER NOT NULL,
        created INTEGER NOT NULL,
        last_login INTEGER NOT NULL) STRICT, WITHOUT ROWID;;
CREATE UNIQUE INDEX account_by_document ON account (document) WHERE state = 'active';;
CREATE UNIQUE INDEX account_by_phone ON account (phone) WHERE state = 'active';;
CREATE INDEX account_ever_by_document ON account (document, created);;
CREATE INDEX account_ever_by_phone ON account (phone, created);;
CREATE TABLE account_code (
        id TEXT PRIMARY KEY,
        purpose TEXT NOT NULL,
        phone TEXT NOT NULL,
        hash TEXT NOT NULL,
        created INTEGER NOT NULL,
        expires INTEGER NOT NULL,
        tries INTEGER NOT NULL,
        used INTEGER NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX account_code_by_phone ON account_code (phone, purpose, created);;
CREATE TABLE account_history (
        id TEXT PRIMARY KEY,
        account TEXT NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        actor TEXT NOT NULL,
        role TEXT NOT NULL,
        evidence TEXT NOT NULL,
        other TEXT NOT NULL,
        note BLOB NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX account_history_by_account ON account_history (account, id);;
CREATE TABLE message (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        phone BLOB NOT NULL,
        body BLOB NOT NULL,
        expires INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        sent INTEGER NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX message_waiting ON message (id) WHERE sent = 0;;
CREATE TABLE payment_order (
        id TEXT PRIMARY KEY,
        application TEXT NOT NULL,
        account TEXT NOT NULL,
        amount_fen INTEGER NOT NULL,
        state TEXT NOT NULL,
        created INTEGER NOT NULL,
        expires INTEGER NOT NULL,
        paid INTEGER NOT NULL,
        trade TEXT NOT NULL) STRICT, WITHOUT ROWID;;
CREATE INDEX payment_order_by_application ON payment_order (application, created);;
CREATE INDEX payment_order_by_state ON payment_order (state, expires);;
CREATE TABLE payment_word (
        id TEXT PRIMARY KEY,
        payment_order TEXT NOT NULL,
        at INTEGER NOT NULL,
        state TEXT NOT NULL,
        outcome TEXT NOT NULL) STRICT, WITHOUT ROWID;;
CREATE TABLE picture_look (
        n INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        look TEXT NOT NULL) STRICT;;
INSERT INTO events VALUES (1, 'app', 1, 'cmd', 'hash', 'withdrawn', 0, 'actor', 'role', 'pack', x'7b7d', '', 'h');;
