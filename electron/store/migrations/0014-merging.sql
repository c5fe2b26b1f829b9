-- What libraries that meet need to know of each other.

-- Merges of other libraries and packages. One that was undone is not held: what it told of others is not
-- known then.
CREATE TABLE merged (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  time TEXT NOT NULL,
  held INTEGER NOT NULL CHECK (held IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Which actions have touched which thing (see domain/merge/things.ts). All that have are its version: of two
-- versions the one that holds the other is newer. cable_id is '' for what is of no cable. via is the merge
-- they came with; '' where they are known for good: from the journal, or with a cable that came. The journal
-- is read as far as the setting 'touched' says.
CREATE TABLE touched (
  thing TEXT NOT NULL,
  action TEXT NOT NULL,
  via TEXT NOT NULL,
  cable_id TEXT NOT NULL,
  PRIMARY KEY (thing, action, via)
) STRICT, WITHOUT ROWID;

CREATE INDEX touched_of_cable ON touched (cable_id, thing);

-- Who did the actions that have touched anything, and when.
CREATE TABLE touching (
  action TEXT NOT NULL PRIMARY KEY,
  author TEXT NOT NULL,
  time TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What two people have done to one thing, each without knowing of the other: a Conflict in JSON.
CREATE TABLE conflict (
  id TEXT NOT NULL PRIMARY KEY,
  thing TEXT NOT NULL,
  decided INTEGER NOT NULL CHECK (decided IN (0, 1)),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE INDEX conflict_by_decision ON conflict (decided, id);
