-- Cables that somebody has deleted. They are kept, and left out wherever cables are listed, counted or found.
CREATE TABLE discarded_cable (
  cable_id TEXT NOT NULL PRIMARY KEY REFERENCES cable (id) ON DELETE CASCADE,
  author TEXT NOT NULL,
  time TEXT NOT NULL
) STRICT, WITHOUT ROWID;
