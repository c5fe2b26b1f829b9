-- Searches kept under a name. folded is the name without what a reader does not tell names apart by.
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;
