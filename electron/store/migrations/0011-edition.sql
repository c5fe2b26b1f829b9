-- Editions that cables were taken from, with their own markup.

-- How the text of an original is written; what was there before is plain text.
ALTER TABLE original ADD COLUMN format TEXT NOT NULL DEFAULT 'text' CHECK (format IN ('text', 'tei'));

-- One volume, known by its file. series, volume, editors, publisher and published are as its header
-- has them, empty where it does not; editors is a JSON list.
CREATE TABLE edition (
  id TEXT NOT NULL PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  file_name TEXT NOT NULL,
  title TEXT NOT NULL,
  series TEXT NOT NULL,
  volume TEXT NOT NULL,
  editors TEXT NOT NULL CHECK (json_valid(editors)),
  publisher TEXT NOT NULL,
  published TEXT NOT NULL
) STRICT;

-- What the lists of a volume say of those its texts point to (p_RD3).
CREATE TABLE edition_name (
  edition_id TEXT NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
  pointer TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (edition_id, pointer)
) STRICT, WITHOUT ROWID;

-- Which document of which edition a cable is; document is its xml:id (d64).
CREATE TABLE cable_edition (
  cable_id TEXT NOT NULL PRIMARY KEY REFERENCES cable (id) ON DELETE CASCADE,
  edition_id TEXT NOT NULL REFERENCES edition (id),
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX cable_by_edition ON cable_edition (edition_id);
