-- A library: which one it is, its own settings, and its cables with their originals.

CREATE TABLE library (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cable (
  id TEXT NOT NULL PRIMARY KEY,
  imported_at TEXT NOT NULL
) STRICT;

-- The bytes as they came, and what they say in their encoding. The long columns stand last, so that
-- reading a file's name does not read its text.
CREATE TABLE original (
  cable_id TEXT NOT NULL PRIMARY KEY REFERENCES cable (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  file_name TEXT NOT NULL,
  encoding TEXT NOT NULL,
  bytes BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TRIGGER original_never_changes BEFORE UPDATE ON original
BEGIN
  SELECT RAISE(ABORT, 'An original is never changed.');
END;

-- An original goes only with its cable, so that it cannot be changed by way of deleting it either.
CREATE TRIGGER original_goes_with_its_cable BEFORE DELETE ON original
WHEN EXISTS (SELECT 1 FROM cable WHERE id = old.cable_id)
BEGIN
  SELECT RAISE(ABORT, 'An original is never deleted while its cable is there.');
END;
