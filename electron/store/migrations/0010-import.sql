-- Imports, and where originals came from.

-- An import. paths is what was chosen, a JSON list. A run that is 'running' while no import is under way
-- was cut short, and may go on like one that was stopped. total is null until all is counted; the counts
-- are those of import_file, and first is the first cable the run has brought.
CREATE TABLE import_run (
  run INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  started_at TEXT NOT NULL,
  paths TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'ended', 'abandoned')),
  total INTEGER,
  imported INTEGER NOT NULL DEFAULT 0,
  witness INTEGER NOT NULL DEFAULT 0,
  duplicate INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  first TEXT REFERENCES cable (id) ON DELETE SET NULL
) STRICT;

-- What became of each document of a run, in the order in which they came. path says where it came from,
-- with the entry of an archive or the document of a volume behind it; by it a document is known when
-- it comes again. again_of is then the first cable that came from there. detail is JSON: what else
-- the report says.
CREATE TABLE import_file (
  run INTEGER NOT NULL REFERENCES import_run (run) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  path TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'witness', 'duplicate', 'failed')),
  cable_id TEXT REFERENCES cable (id) ON DELETE SET NULL,
  again_of TEXT REFERENCES cable (id) ON DELETE SET NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (run, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_file_by_path ON import_file (path);
CREATE INDEX import_file_by_outcome ON import_file (run, outcome, ordinal) WHERE outcome <> 'imported';

-- Cables that came again: what the other witnesses of a cable are found by.
CREATE INDEX import_file_by_cable ON import_file (cable_id) WHERE outcome = 'witness';
CREATE INDEX import_file_again ON import_file (again_of) WHERE again_of IS NOT NULL;
