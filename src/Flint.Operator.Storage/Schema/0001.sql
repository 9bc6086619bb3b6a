-- What this device knows about itself. Its id is random on purpose: a copied file is recognised by it.
CREATE TABLE installation (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    account TEXT,
    clock_high_water INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO installation (one, id) VALUES (1, lower(hex(randomblob(16))));

-- Times are UTC in ticks of 100 ns since year 1; amounts are minor units.
CREATE TABLE entity (
    seq INTEGER PRIMARY KEY,
    lid TEXT NOT NULL UNIQUE CHECK (length(lid) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('payment-link', 'order', 'checkout-session')),
    parent_lid TEXT REFERENCES entity (lid),
    account TEXT,
    remote_id TEXT UNIQUE CHECK (length(remote_id) > 0),
    reference TEXT,
    title TEXT NOT NULL,
    amount_minor INTEGER,
    currency TEXT,
    draft_json TEXT,
    snapshot_json TEXT,
    url TEXT,
    created_at INTEGER NOT NULL,
    operator TEXT NOT NULL,
    updated_at INTEGER,
    seen_at INTEGER,
    created_by_op TEXT REFERENCES operation (id),
    CHECK ((kind = 'checkout-session') = (parent_lid IS NOT NULL)),
    CHECK ((amount_minor IS NULL) = (currency IS NULL)),
    CHECK ((remote_id IS NULL) = (snapshot_json IS NULL))
) STRICT;

CREATE INDEX entity_page ON entity (kind, lid);
CREATE INDEX entity_children ON entity (parent_lid, seq) WHERE parent_lid IS NOT NULL;
CREATE INDEX entity_reference ON entity (reference) WHERE reference IS NOT NULL;

CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
    position INTEGER NOT NULL CHECK (position > 0),
    aggregate TEXT NOT NULL,
    lid TEXT NOT NULL REFERENCES entity (lid),
    verb TEXT NOT NULL CHECK (verb IN (
        'create-payment-link', 'create-order', 'create-checkout-session', 'set-payment-link-active', 'close-checkout-session')),
    intent_json TEXT NOT NULL,
    intent_version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN (
        'waiting', 'ready', 'in-flight', 'unknown', 'looking', 'done', 'refused',
        'superseded', 'dropped', 'cancelled', 'held', 'triage', 'converted')),
    generation INTEGER NOT NULL CHECK (generation >= 0),
    key_born_wall INTEGER NOT NULL,
    key_born_server INTEGER,
    key_born_monotonic INTEGER NOT NULL,
    key_born_run TEXT NOT NULL,
    key_born_behind INTEGER NOT NULL CHECK (key_born_behind IN (0, 1)),
    wire_method TEXT,
    wire_path TEXT,
    wire_body BLOB CHECK (length(wire_body) > 0),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    sent INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    doubt_json TEXT,
    backoff_json TEXT,
    problem_json TEXT,
    account TEXT,
    created_at INTEGER NOT NULL,
    operator TEXT NOT NULL,
    awaits_url INTEGER NOT NULL CHECK (awaits_url IN (0, 1)),
    released_by_person INTEGER NOT NULL CHECK (released_by_person IN (0, 1)),
    settled_at INTEGER,
    revision INTEGER NOT NULL,
    CHECK ((wire_method IS NULL) = (wire_path IS NULL) AND (wire_method IS NULL) = (wire_body IS NULL))
) STRICT;

CREATE INDEX operation_open ON operation (position, id)
    WHERE state NOT IN ('done', 'superseded', 'dropped', 'cancelled', 'converted');
CREATE INDEX operation_aggregate ON operation (aggregate, position);
CREATE INDEX operation_lid ON operation (lid);
CREATE INDEX operation_position ON operation (position);

CREATE TABLE operation_dependency (
    operation_id TEXT NOT NULL REFERENCES operation (id),
    needs_id TEXT NOT NULL REFERENCES operation (id),
    place INTEGER NOT NULL,
    PRIMARY KEY (operation_id, needs_id),
    CHECK (operation_id <> needs_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX operation_dependency_needs ON operation_dependency (needs_id);

CREATE TABLE attempt (
    operation_id TEXT NOT NULL REFERENCES operation (id),
    number INTEGER NOT NULL CHECK (number > 0),
    generation INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT,
    status INTEGER,
    request_id TEXT,
    PRIMARY KEY (operation_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
    resource TEXT PRIMARY KEY,
    page_token TEXT,
    watermark INTEGER,
    scan_id TEXT,
    scan_started_at INTEGER
) STRICT;

CREATE TABLE conflict (
    seq INTEGER PRIMARY KEY,
    lid TEXT NOT NULL REFERENCES entity (lid),
    field TEXT NOT NULL,
    base_json TEXT,
    mine_json TEXT,
    theirs_json TEXT,
    operation_id TEXT REFERENCES operation (id),
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    operation_id TEXT,
    who TEXT NOT NULL,
    what TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TRIGGER entity_identity_is_frozen BEFORE UPDATE OF lid, kind, parent_lid, created_at, operator ON entity
WHEN NEW.lid IS NOT OLD.lid OR NEW.kind IS NOT OLD.kind OR NEW.parent_lid IS NOT OLD.parent_lid
    OR NEW.created_at IS NOT OLD.created_at OR NEW.operator IS NOT OLD.operator
BEGIN
    SELECT RAISE(ABORT, 'entity: what names it is frozen');
END;

CREATE TRIGGER entity_remote_id_is_frozen BEFORE UPDATE OF remote_id ON entity
WHEN OLD.remote_id IS NOT NULL AND NEW.remote_id IS NOT OLD.remote_id
BEGIN
    SELECT RAISE(ABORT, 'entity: the id at the API never changes');
END;

CREATE TRIGGER entity_draft_is_frozen BEFORE UPDATE OF draft_json ON entity
WHEN OLD.remote_id IS NOT NULL AND NEW.draft_json IS NOT OLD.draft_json
BEGIN
    SELECT RAISE(ABORT, 'entity: a draft is not edited once the record exists at the API');
END;

CREATE TRIGGER entity_is_not_deleted BEFORE DELETE ON entity
BEGIN
    SELECT RAISE(ABORT, 'entity: rows are never deleted');
END;

CREATE TRIGGER operation_identity_is_frozen
BEFORE UPDATE OF id, position, aggregate, lid, verb, created_at, operator ON operation
WHEN NEW.id IS NOT OLD.id OR NEW.position IS NOT OLD.position OR NEW.aggregate IS NOT OLD.aggregate OR NEW.lid IS NOT OLD.lid
    OR NEW.verb IS NOT OLD.verb OR NEW.created_at IS NOT OLD.created_at OR NEW.operator IS NOT OLD.operator
BEGIN
    SELECT RAISE(ABORT, 'operation: what names it is frozen');
END;

CREATE TRIGGER operation_wire_is_frozen BEFORE UPDATE OF wire_method, wire_path, wire_body, intent_json ON operation
WHEN OLD.wire_method IS NOT NULL
    AND (NEW.wire_method IS NOT OLD.wire_method OR NEW.wire_path IS NOT OLD.wire_path OR NEW.wire_body IS NOT OLD.wire_body
        OR NEW.intent_json IS NOT OLD.intent_json)
BEGIN
    SELECT RAISE(ABORT, 'operation: what was sent is frozen');
END;

CREATE TRIGGER operation_account_is_frozen BEFORE UPDATE OF account ON operation
WHEN OLD.account IS NOT NULL AND NEW.account IS NOT OLD.account
BEGIN
    SELECT RAISE(ABORT, 'operation: it stays with its account');
END;

CREATE TRIGGER operation_final_is_final BEFORE UPDATE OF state ON operation
WHEN OLD.state IN ('done', 'superseded', 'dropped', 'cancelled', 'converted') AND NEW.state IS NOT OLD.state
BEGIN
    SELECT RAISE(ABORT, 'operation: a final state is never left');
END;

CREATE TRIGGER operation_done_has_remote_id_on_insert BEFORE INSERT ON operation
WHEN NEW.state = 'done' AND NEW.verb LIKE 'create-%' AND (SELECT remote_id FROM entity WHERE lid = NEW.lid) IS NULL
BEGIN
    SELECT RAISE(ABORT, 'operation: a create that is done has an id at the API');
END;

CREATE TRIGGER operation_done_has_remote_id BEFORE UPDATE OF state ON operation
WHEN NEW.state = 'done' AND NEW.verb LIKE 'create-%' AND (SELECT remote_id FROM entity WHERE lid = NEW.lid) IS NULL
BEGIN
    SELECT RAISE(ABORT, 'operation: a create that is done has an id at the API');
END;

CREATE TRIGGER operation_is_not_deleted BEFORE DELETE ON operation
BEGIN
    SELECT RAISE(ABORT, 'operation: rows are never deleted');
END;

CREATE TRIGGER attempt_is_not_deleted BEFORE DELETE ON attempt
BEGIN
    SELECT RAISE(ABORT, 'attempt: rows are never deleted');
END;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit: rows are only added');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit: rows are only added');
END;
