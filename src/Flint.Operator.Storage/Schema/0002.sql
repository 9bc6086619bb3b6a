-- Whether this device has sealed its id into its secret store, and whether the file was put back from a backup.
ALTER TABLE installation ADD COLUMN is_sealed INTEGER NOT NULL DEFAULT 0 CHECK (is_sealed IN (0, 1));
ALTER TABLE installation ADD COLUMN restored_at INTEGER;

-- A conflict is read from the operation (base and mine) and the record (theirs): a third copy could only disagree.
DROP TABLE conflict;

-- More verbs, one more state, and why an operation is held. A CHECK can only be changed by building the table anew; rows that
-- point at it are looked at when the transaction ends.
PRAGMA defer_foreign_keys = ON;

CREATE TEMP TABLE operation_before AS SELECT * FROM main.operation;

DROP TABLE main.operation;

CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
    position INTEGER NOT NULL CHECK (position > 0),
    aggregate TEXT NOT NULL,
    lid TEXT NOT NULL REFERENCES entity (lid),
    verb TEXT NOT NULL CHECK (verb IN (
        'create-payment-link', 'create-order', 'create-checkout-session', 'update-payment-link', 'set-payment-link-active',
        'close-checkout-session', 'close-order')),
    intent_json TEXT NOT NULL,
    intent_version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN (
        'waiting', 'ready', 'in-flight', 'unknown', 'looking', 'done', 'refused',
        'superseded', 'dropped', 'cancelled', 'held', 'triage', 'conflict', 'converted')),
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
    hold TEXT CHECK (hold IN ('second-record', 'key-met-another-body', 'copied-database', 'restored-backup')),
    revision INTEGER NOT NULL,
    CHECK ((wire_method IS NULL) = (wire_path IS NULL) AND (wire_method IS NULL) = (wire_body IS NULL))
) STRICT;

INSERT INTO operation (
    seq, id, position, aggregate, lid, verb, intent_json, intent_version, state, generation, key_born_wall, key_born_server,
    key_born_monotonic, key_born_run, key_born_behind, wire_method, wire_path, wire_body, attempts, sent, failures, doubt_json,
    backoff_json, problem_json, account, created_at, operator, awaits_url, released_by_person, settled_at, revision)
SELECT
    seq, id, position, aggregate, lid, verb, intent_json, intent_version, state, generation, key_born_wall, key_born_server,
    key_born_monotonic, key_born_run, key_born_behind, wire_method, wire_path, wire_body, attempts, sent, failures, doubt_json,
    backoff_json, problem_json, account, created_at, operator, awaits_url, released_by_person, settled_at, revision
FROM operation_before;

DROP TABLE temp.operation_before;

-- Until now only these two were held.
UPDATE operation SET hold = CASE WHEN problem_json IS NULL THEN 'second-record' ELSE 'key-met-another-body' END WHERE state = 'held';

CREATE INDEX operation_open ON operation (position, id)
    WHERE state NOT IN ('done', 'superseded', 'dropped', 'cancelled', 'converted');
CREATE INDEX operation_aggregate ON operation (aggregate, position);
CREATE INDEX operation_lid ON operation (lid);
CREATE INDEX operation_position ON operation (position);

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
