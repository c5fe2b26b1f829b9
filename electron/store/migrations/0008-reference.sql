-- What cables refer to, and by what names they are referred to. All of it is derived from the cables
-- (see domain/reference/), and can be made anew from them.

-- A passage that refers to another document, as domain/reference/reference.ts has it. name and other are
-- the names of what is meant, and since and until its dates, as resolve.ts tells them; '' is no name.
-- post is 'from Paris' or 'to Paris'.
CREATE TABLE reference (
  row INTEGER NOT NULL REFERENCES cable_line (row) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('document', 'telegram')),
  series TEXT,
  number TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('original', 'transcription')),
  from_at INTEGER NOT NULL CHECK (from_at >= 0),
  to_at INTEGER NOT NULL CHECK (to_at > from_at),
  words TEXT NOT NULL,
  post TEXT,
  date TEXT,
  edition TEXT,
  name TEXT NOT NULL,
  other TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  surely TEXT,
  PRIMARY KEY (row, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX reference_by_name ON reference (name);
CREATE INDEX reference_by_other ON reference (other) WHERE other <> '';

-- The names of a cable with its date, '' where it has none.
CREATE TABLE called (
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  row INTEGER NOT NULL REFERENCES cable_line (row) ON DELETE CASCADE,
  PRIMARY KEY (name, date, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX called_by_row ON called (row);

-- The cables whose references are those of an earlier text. A text is looked through as soon as nothing
-- else is to be done, and before anybody asks what it refers to.
CREATE TABLE unread_reference (
  row INTEGER PRIMARY KEY REFERENCES cable_line (row) ON DELETE CASCADE
) STRICT;

CREATE TRIGGER reading_has_references AFTER INSERT ON reading
BEGIN
  INSERT OR IGNORE INTO unread_reference (row) VALUES (new.row);
END;

CREATE TRIGGER reading_has_other_references AFTER UPDATE ON reading
BEGIN
  INSERT OR IGNORE INTO unread_reference (row) VALUES (new.row);
END;

INSERT INTO unread_reference (row) SELECT row FROM reading;
