-- Annotation as scholars need it: relations, tags with keys, verdicts on annotations, and a gazetteer.

-- The key that puts a tag on the selection, and what names the tag outside the library.
ALTER TABLE tag ADD COLUMN key TEXT CHECK (length(key) = 1);
ALTER TABLE tag ADD COLUMN iri TEXT CHECK (iri <> '');

-- What somebody who compared the work of several annotators said of an annotation.
ALTER TABLE annotation ADD COLUMN verdict TEXT CHECK (verdict IN ('accepted', 'rejected', 'merged'));
ALTER TABLE annotation ADD COLUMN verdict_by TEXT CHECK ((verdict_by IS NULL) = (verdict IS NULL));
ALTER TABLE annotation ADD COLUMN verdict_time TEXT CHECK ((verdict_time IS NULL) = (verdict IS NULL));

CREATE INDEX annotation_by_creator ON annotation (creator, cable_id);

CREATE INDEX annotation_by_time ON annotation (modified);

-- reverse is the name as read from the second annotation to the first; without one both read the same.
CREATE TABLE relation_type (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  reverse TEXT,
  description TEXT NOT NULL
) STRICT;

-- Types a library begins with. They have the same ids everywhere, so that libraries can meet.
INSERT INTO relation_type (id, name, reverse, description) VALUES
  ('019a9f00-0000-7000-8000-000000000001', 'same event', NULL, 'Both tell of one and the same event.'),
  ('019a9f00-0000-7000-8000-000000000002', 'contradicts', NULL, 'Both cannot be true.'),
  ('019a9f00-0000-7000-8000-000000000003', 'quotes', 'is quoted by', 'The words of one stand in the other.'),
  ('019a9f00-0000-7000-8000-000000000004', 'replies to', 'is replied to by', 'One answers the other.'),
  ('019a9f00-0000-7000-8000-000000000005', 'supports', 'is supported by', 'One is evidence for the other.'),
  ('019a9f00-0000-7000-8000-000000000006', 'carries out', 'is carried out by', 'One does what the other instructs.');

-- An annotation or a type that is related cannot be removed: the relation has to go first, so that undo
-- knows of it.
CREATE TABLE relation (
  id TEXT NOT NULL PRIMARY KEY,
  type_id TEXT NOT NULL REFERENCES relation_type (id),
  from_id TEXT NOT NULL REFERENCES annotation (id),
  to_id TEXT NOT NULL REFERENCES annotation (id),
  note TEXT NOT NULL,
  creator TEXT NOT NULL,
  created TEXT NOT NULL,
  CHECK (from_id <> to_id)
) STRICT;

CREATE INDEX relation_by_type ON relation (type_id);
CREATE INDEX relation_by_from ON relation (from_id);
CREATE INDEX relation_by_to ON relation (to_id);

-- The library's own entries of gazetteer and glossary. One with the id of an entry that the program
-- brings along stands in its place; one without a value says that it is gone. value is a GazetteerEntry
-- in JSON.
CREATE TABLE gazetteer (
  id TEXT NOT NULL PRIMARY KEY,
  value TEXT CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
