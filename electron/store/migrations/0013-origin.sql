-- What annotations that were imported were called where they came from (an IRI). It is no part of an action:
-- it stays where one is deleted, so that undo and a second import find it again.
CREATE TABLE annotation_origin (
  annotation_id TEXT NOT NULL PRIMARY KEY,
  iri TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX annotation_by_iri ON annotation_origin (iri);
