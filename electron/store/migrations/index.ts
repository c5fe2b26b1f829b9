import library from './0001-library.sql?raw';
import transcription from './0002-transcription.sql?raw';
import annotation from './0003-annotation.sql?raw';
import decision from './0004-decision.sql?raw';
import emendation from './0005-emendation.sql?raw';
import vocabulary from './0006-vocabulary.sql?raw';
import search from './0007-search.sql?raw';
import reference from './0008-reference.sql?raw';
import discarding from './0009-discarding.sql?raw';
import importing from './0010-import.sql?raw';
import edition from './0011-edition.sql?raw';
import savedSearch from './0012-saved-search.sql?raw';
import origin from './0013-origin.sql?raw';
import merging from './0014-merging.sql?raw';

/**
 * The steps that lead from an empty file to today's library, in order: migration N is at index N - 1.
 * A landed file is never edited; what must change gets a new number.
 */
export const migrations: readonly string[] = [
  library,
  transcription,
  annotation,
  decision,
  emendation,
  vocabulary,
  search,
  reference,
  discarding,
  importing,
  edition,
  savedSearch,
  origin,
  merging,
];
