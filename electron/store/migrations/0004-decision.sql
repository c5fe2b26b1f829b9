-- Deciding on proposals: targets whose words have left the text, the rules that a library has
-- switched off, and the way to all changes of a rule.

-- A lost target says why (a sentence) and is empty, at the place where its words were.
CREATE TABLE annotation_target_4 (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('original', 'transcription')),
  from_at INTEGER NOT NULL CHECK (from_at >= 0),
  to_at INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 0),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  lost TEXT CHECK (lost <> ''),
  PRIMARY KEY (annotation_id, ordinal),
  CHECK (CASE WHEN lost IS NULL THEN to_at > from_at ELSE to_at = from_at END)
) STRICT, WITHOUT ROWID;

INSERT INTO annotation_target_4
  (annotation_id, ordinal, side, from_at, to_at, version, exact, prefix, suffix, lost)
  SELECT annotation_id, ordinal, side, from_at, to_at, version, exact, prefix, suffix, NULL
  FROM annotation_target;

DROP TABLE annotation_target;

ALTER TABLE annotation_target_4 RENAME TO annotation_target;

CREATE TABLE switched_off_rule (
  rule TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE INDEX change_by_rule ON change (rule, status, cable_id, from_at, to_at);
