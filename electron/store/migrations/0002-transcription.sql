-- What cleaning and editors make of an original: changes, structure, metadata, revisions. All
-- positions are UTF-16 code units of the original's text.

-- version counts the states the transcription has had. sort_key is derived from the metadata when
-- they are written (see metadata.ts), for the order of the list.
ALTER TABLE cable ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cable ADD COLUMN sort_key TEXT NOT NULL DEFAULT '';

CREATE INDEX cable_in_order ON cable (sort_key, id);

CREATE TABLE change (
  cable_id TEXT NOT NULL REFERENCES cable (id) ON DELETE CASCADE,
  from_at INTEGER NOT NULL CHECK (from_at >= 0),
  to_at INTEGER NOT NULL CHECK (to_at >= from_at),
  rule TEXT NOT NULL,
  insertion TEXT NOT NULL,
  certainty TEXT NOT NULL CHECK (certainty IN ('certain', 'likely', 'unsure')),
  status TEXT NOT NULL CHECK (status IN ('proposed', 'accepted', 'rejected')),
  reason TEXT,
  decided_by TEXT,
  decided_at TEXT,
  PRIMARY KEY (cable_id, from_at, to_at, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE structure (
  cable_id TEXT NOT NULL REFERENCES cable (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  type TEXT NOT NULL,
  from_at INTEGER NOT NULL CHECK (from_at >= 0),
  to_at INTEGER NOT NULL CHECK (to_at >= from_at),
  label TEXT,
  note INTEGER,
  PRIMARY KEY (cable_id, ordinal)
) STRICT, WITHOUT ROWID;

-- ordinal counts from 0 within a field.
CREATE TABLE metadata (
  cable_id TEXT NOT NULL REFERENCES cable (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  evidence_from INTEGER,
  evidence_to INTEGER,
  rule TEXT NOT NULL,
  PRIMARY KEY (cable_id, field, ordinal),
  CHECK ((evidence_from IS NULL) = (evidence_to IS NULL))
) STRICT, WITHOUT ROWID;

-- An emendation. changes is a CodeMirror ChangeSet in its JSON form, from the parent's text (the
-- cleaned text where there is no parent).
CREATE TABLE revision (
  id TEXT NOT NULL PRIMARY KEY,
  cable_id TEXT NOT NULL REFERENCES cable (id) ON DELETE CASCADE,
  parent_id TEXT REFERENCES revision (id),
  version INTEGER NOT NULL,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  message TEXT NOT NULL,
  changes TEXT NOT NULL,
  UNIQUE (cable_id, version)
) STRICT;

CREATE INDEX revision_by_parent ON revision (parent_id);

-- Cables that were there before have no metadata yet: undated, unnumbered, by the name of their file.
UPDATE cable SET sort_key =
  '9999 99999999  ' || (SELECT file_name FROM original WHERE cable_id = cable.id);
