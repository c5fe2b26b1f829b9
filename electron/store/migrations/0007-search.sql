-- What is searched, filtered, sorted and counted. All of it is derived from the cables when they are
-- written, and can be made anew from them.

-- A line of the list, as it is shown and sorted. row is what the other tables here name a cable by: small
-- whole numbers, in the order in which cables came, that no VACUUM changes.
CREATE TABLE cable_line (
  row INTEGER PRIMARY KEY,
  cable_id TEXT NOT NULL UNIQUE REFERENCES cable (id) ON DELETE CASCADE
) STRICT;

-- The transcription as it reads today, so that a search need not work it out to show a passage of it.
CREATE TABLE reading (
  row INTEGER PRIMARY KEY REFERENCES cable_line (row) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
