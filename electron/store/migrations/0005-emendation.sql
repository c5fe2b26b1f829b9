-- The editor's desk: emendations, the history of texts, who vouches for what, and other witnesses.
-- Nothing was ever written into the revisions of 0002, which knew whole change sets only.

DROP TABLE revision;

-- What editors put in the place of [from_at, to_at) of the cleaned text. A lost one says why, and its
-- quote tells the words it stood on.
CREATE TABLE emendation (
  cable_id TEXT NOT NULL REFERENCES cable (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  from_at INTEGER NOT NULL CHECK (from_at >= 0),
  to_at INTEGER NOT NULL CHECK (to_at >= from_at),
  rank INTEGER NOT NULL CHECK (rank >= 0),
  insertion TEXT NOT NULL,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  reason TEXT CHECK (reason IN ('machine', 'typist', 'conjecture', 'illegible')),
  note TEXT NOT NULL,
  -- The cable the reading came from. No reference: the reading outlives that cable.
  witness_id TEXT,
  lost TEXT CHECK (lost <> ''),
  exact TEXT,
  prefix TEXT,
  suffix TEXT,
  PRIMARY KEY (cable_id, id),
  CHECK (lost IS NULL OR to_at = from_at),
  CHECK ((lost IS NULL) = (exact IS NULL)),
  CHECK ((exact IS NULL) = (prefix IS NULL)),
  CHECK ((exact IS NULL) = (suffix IS NULL))
) STRICT, WITHOUT ROWID;

-- A stretch of work on one text. state is what restores it (see revisions.ts), compressed; the last
-- revision of a cable has none, as its state is that of today.
CREATE TABLE revision (
  id TEXT NOT NULL PRIMARY KEY,
  cable_id TEXT NOT NULL REFERENCES cable (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  author TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT NOT NULL,
  message TEXT NOT NULL,
  actions INTEGER NOT NULL CHECK (actions >= 0),
  restored INTEGER,
  state BLOB,
  UNIQUE (cable_id, number)
) STRICT;

CREATE TRIGGER revision_keeps_its_state BEFORE UPDATE OF state ON revision WHEN old.state IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'What a revision restores is never changed.');
END;

-- Who has said how far a cable has come. Without a row the cleaning decides.
CREATE TABLE vouch (
  cable_id TEXT NOT NULL PRIMARY KEY REFERENCES cable (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('imported', 'cleaned', 'corrected', 'proofread')),
  author TEXT NOT NULL,
  time TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The state of a cable is derived when its changes or its vouch are written (see vouches.ts). It stands in
-- the index of the order, so that a stretch of the cables in one state is found in it alone.
ALTER TABLE cable ADD COLUMN state TEXT NOT NULL DEFAULT 'cleaned'
  CHECK (state IN ('imported', 'cleaned', 'corrected', 'proofread'));

UPDATE cable SET state = 'imported' WHERE EXISTS
  (SELECT 1 FROM change WHERE cable_id = cable.id AND status = 'proposed');

DROP INDEX cable_in_order;

CREATE INDEX cable_in_order ON cable (sort_key, id, state);

CREATE INDEX cable_by_state ON cable (state);

-- What an editor reads in a field in the place of what cleaning found: a JSON list of strings.
CREATE TABLE field_emendation (
  cable_id TEXT NOT NULL REFERENCES cable (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  readings TEXT NOT NULL CHECK (json_valid(readings)),
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  PRIMARY KEY (cable_id, field)
) STRICT, WITHOUT ROWID;

-- The smallest hashes of a cable's runs of words, by which other witnesses of its message are found:
-- ascending, each a double in little-endian order, none for a short text. One row a cable: a row a
-- hash would lie all over the file, and double the time of an import.
CREATE TABLE witness_sketch (
  cable_id TEXT NOT NULL PRIMARY KEY REFERENCES cable (id) ON DELETE CASCADE,
  hashes BLOB NOT NULL CHECK (length(hashes) % 8 = 0)
) STRICT, WITHOUT ROWID;
