import library from './0001-library.sql?raw';
import transcription from './0002-transcription.sql?raw';
import annotation from './0003-annotation.sql?raw';
import decision from './0004-decision.sql?raw';
import emendation from './0005-emendation.sql?raw';
import vocabulary from './0006-vocabulary.sql?raw';

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
];
