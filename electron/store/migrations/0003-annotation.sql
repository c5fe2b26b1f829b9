-- What readers add: tags, annotations, the journal of their actions, and where they were reading.

CREATE TABLE tag (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  description TEXT NOT NULL,
  parent_id TEXT REFERENCES tag (id)
) STRICT;

CREATE INDEX tag_by_parent ON tag (parent_id);

CREATE TABLE annotation (
  id TEXT NOT NULL PRIMARY KEY,
  cable_id TEXT NOT NULL REFERENCES cable (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  creator TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT;

CREATE INDEX annotation_by_cable ON annotation (cable_id);

-- A position is never stored without the version of the text it belongs to.
CREATE TABLE annotation_target (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('original', 'transcription')),
  from_at INTEGER NOT NULL CHECK (from_at >= 0),
  to_at INTEGER NOT NULL CHECK (to_at > from_at),
  version INTEGER NOT NULL CHECK (version >= 0),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  PRIMARY KEY (annotation_id, ordinal)
) STRICT, WITHOUT ROWID;

-- A tag that is in use cannot be removed: it has to be taken off first, so that undo knows from where.
CREATE TABLE annotation_tag (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  tag_id TEXT NOT NULL REFERENCES tag (id),
  PRIMARY KEY (annotation_id, ordinal),
  UNIQUE (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX annotation_by_tag ON annotation_tag (tag_id);

-- Where a reader left a cable: the position in the original at the top of the pane.
CREATE TABLE place (
  cable_id TEXT NOT NULL PRIMARY KEY REFERENCES cable (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  left_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every action of a reader, in order. forward and inverse are lists of operations in JSON: what was
-- done, and what takes it back. An undo names in `of` the action (or redo) it takes back, a redo the
-- undo. cable_id says which cable to show, so it is no reference: the journal outlives its cables.
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  of TEXT REFERENCES journal (id),
  label TEXT NOT NULL,
  cable_id TEXT,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  forward TEXT NOT NULL,
  inverse TEXT NOT NULL,
  CHECK ((kind = 'do') = (of IS NULL))
) STRICT;

CREATE INDEX journal_by_of ON journal (of);

CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'The journal is only ever added to.');
END;

CREATE TRIGGER journal_never_forgets BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'The journal is only ever added to.');
END;
