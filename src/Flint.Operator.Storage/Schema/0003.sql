-- What activity is listed, filtered and searched by: a row for every link and every order, written anew in the same transaction
-- with whatever it tells of. Its id sorts as its lid does, so that a search ends as soon as a page is full. The state is that of a
-- page that has not ended yet; after ends_at it has. What is in the file already is filled in by the code that brings this version.
CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    lid TEXT NOT NULL UNIQUE REFERENCES entity (lid),
    kind TEXT NOT NULL CHECK (kind IN ('payment-link', 'order')),
    account TEXT,
    state TEXT NOT NULL,
    ends_at INTEGER,
    operator TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX activity_operator ON activity (operator, account);

-- The story of one record, among everybody's.
CREATE INDEX audit_operation ON audit (operation_id, seq) WHERE operation_id IS NOT NULL;

-- Words are folded and parted before they come here: only the spaces between them are left to see. One letter begins so many
-- words that it has an index of its own.
CREATE VIRTUAL TABLE activity_words USING fts5 (words, content = 'activity', content_rowid = 'id', tokenize = 'ascii', prefix = '1', columnsize = 0);

CREATE TRIGGER activity_words_are_added AFTER INSERT ON activity
BEGIN
    INSERT INTO activity_words (rowid, words) VALUES (NEW.id, NEW.words);
END;

CREATE TRIGGER activity_words_are_replaced AFTER UPDATE OF words ON activity WHEN NEW.words IS NOT OLD.words
BEGIN
    INSERT INTO activity_words (activity_words, rowid, words) VALUES ('delete', OLD.id, OLD.words);
    INSERT INTO activity_words (rowid, words) VALUES (NEW.id, NEW.words);
END;

CREATE TRIGGER activity_words_are_taken_out AFTER DELETE ON activity
BEGIN
    INSERT INTO activity_words (activity_words, rowid, words) VALUES ('delete', OLD.id, OLD.words);
END;
