-- What is searched, filtered, sorted and counted. All of it is derived from the cables when they are
-- written, and can be made anew from them.

-- A line of the list, as it is shown and sorted (see lines.ts). row is what the other tables here name a
-- cable by: small whole numbers, in the order in which cables came, that no VACUUM changes. state is what
-- somebody vouches for, else what the cleaning has left to decide on.
CREATE TABLE cable_line (
  row INTEGER PRIMARY KEY,
  cable_id TEXT NOT NULL UNIQUE REFERENCES cable (id) ON DELETE CASCADE,
  sort_key TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT,
  telegram_number TEXT,
  kind TEXT,
  date TEXT,
  sender TEXT,
  recipient TEXT,
  signatory TEXT,
  classification TEXT,
  state TEXT NOT NULL CHECK (state IN ('imported', 'cleaned', 'corrected', 'proofread')),
  annotations INTEGER NOT NULL,
  proposals INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  discarded INTEGER NOT NULL DEFAULT 0 CHECK (discarded IN (0, 1))
) STRICT;

CREATE INDEX line_in_order ON cable_line (sort_key) WHERE discarded = 0;
CREATE INDEX line_by_state ON cable_line (state) WHERE discarded = 0;
CREATE INDEX line_discarded ON cable_line (row) WHERE discarded = 1;
CREATE INDEX line_with_proposals ON cable_line (row) WHERE proposals > 0;

CREATE TRIGGER line_counts_annotation AFTER INSERT ON annotation
BEGIN
  UPDATE cable_line SET annotations = annotations + 1 WHERE cable_id = new.cable_id;
END;

CREATE TRIGGER line_discounts_annotation AFTER DELETE ON annotation
BEGIN
  UPDATE cable_line SET annotations = annotations - 1 WHERE cable_id = old.cable_id;
END;

-- The transcription as it reads today, so that a search need not work it out to show a passage of it.
CREATE TABLE reading (
  row INTEGER PRIMARY KEY REFERENCES cable_line (row) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- The words of cables (see fields.ts for what stands in which column). The texts are kept elsewhere.
CREATE VIRTUAL TABLE cable_index USING fts5 (
  original, transcription, title, sender, recipient, signatory, people, place, file, facts,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
);

-- What cables are counted by (see facets.ts). What a cable has in a facet is a list of values; each list
-- there is stands here once, as JSON, and cables have its number; 0 where they have none.
CREATE TABLE facet_list (
  id INTEGER PRIMARY KEY,
  facet TEXT NOT NULL,
  list TEXT NOT NULL CHECK (json_valid(list)),
  UNIQUE (facet, list)
) STRICT;

CREATE TABLE cable_facet (
  row INTEGER PRIMARY KEY REFERENCES cable_line (row) ON DELETE CASCADE,
  classification INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  date INTEGER NOT NULL,
  sender INTEGER NOT NULL,
  recipient INTEGER NOT NULL,
  signatory INTEGER NOT NULL
) STRICT;

-- The words of the notes of annotations. Annotations have no small number of their own that lasts.
CREATE TABLE noted_annotation (
  row INTEGER PRIMARY KEY,
  annotation_id TEXT NOT NULL UNIQUE REFERENCES annotation (id) ON DELETE CASCADE
) STRICT;

CREATE VIRTUAL TABLE note_index USING fts5 (
  note,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
);

CREATE TRIGGER note_goes_with_its_annotation AFTER DELETE ON noted_annotation
BEGIN
  DELETE FROM note_index WHERE rowid = old.row;
END;

-- The lines of the cables there are; the rest is indexed when the library is opened.
INSERT INTO cable_line (cable_id, sort_key, title, number, telegram_number, kind, date, sender, recipient,
    signatory, classification, state, annotations, proposals, imported_at)
  WITH value AS (
    SELECT cable_id, field, value FROM metadata WHERE ordinal = 0
      AND NOT EXISTS (SELECT 1 FROM field_emendation AS emended
        WHERE emended.cable_id = metadata.cable_id AND emended.field = metadata.field)
    UNION ALL
    SELECT cable_id, field, readings ->> 0 FROM field_emendation
  ), told AS (
    SELECT cable_id,
      max(value) FILTER (WHERE field = 'title') AS title,
      max(value) FILTER (WHERE field = 'number') AS number,
      max(value) FILTER (WHERE field = 'telegramNumber') AS telegram_number,
      max(value) FILTER (WHERE field = 'kind') AS kind,
      max(value) FILTER (WHERE field = 'date') AS date,
      max(value) FILTER (WHERE field = 'from') AS sender,
      max(value) FILTER (WHERE field = 'to') AS recipient,
      max(value) FILTER (WHERE field = 'signatory') AS signatory,
      max(value) FILTER (WHERE field = 'classification') AS classification
    FROM value GROUP BY cable_id
  )
  SELECT id, sort_key, coalesce(title, (SELECT file_name FROM original WHERE cable_id = cable.id)),
    number, telegram_number, kind, date, sender, recipient, signatory, classification, state,
    (SELECT count(*) FROM annotation WHERE cable_id = cable.id),
    (SELECT count(*) FROM change WHERE cable_id = cable.id AND status = 'proposed'),
    imported_at
  FROM cable LEFT JOIN told ON told.cable_id = cable.id ORDER BY imported_at, id;

-- The lines have taken their place.
DROP INDEX cable_in_order;
DROP INDEX cable_by_state;
ALTER TABLE cable DROP COLUMN sort_key;
ALTER TABLE cable DROP COLUMN state;
