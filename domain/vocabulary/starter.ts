import type { Concept } from './concept.ts';

/** The vocabulary that a library of diplomatic cables may begin with. */
export const starterVocabulary: readonly Concept[] = [];
