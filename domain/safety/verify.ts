import { z } from 'zod';

/** What a library is proven by. Each check stands for a promise of the program. */
export const Check = z.enum([
  /** The bytes of the file are those that were written when the library was last closed. */
  'seal',
  /** SQLite finds its own structures whole. */
  'integrity',
  /** Nothing refers to what is not there. */
  'foreign-keys',
  /** Originals are what their SHA-256 says, and their text is what their bytes say. */
  'originals',
  /** Every transcription is its emendations ∘ accepted changes (original), as it was last written. */
  'transcriptions',
  /** The words of every annotation stand at its place. */
  'annotations',
  /** The index of the search and all that is derived are in step with the cables. */
  'index',
  /** Every row of the journal can be read, and its values are whole. */
  'journal',
]);
export type Check = z.infer<typeof Check>;

/** One thing that is wrong: which check has found it, a sentence, and the cable it is about where it is about one. */
export const Fault = z.strictObject({
  check: Check,
  message: z.string().min(1),
  cableId: z.uuid().nullable(),
  cable: z.string().nullable(),
});
export type Fault = z.infer<typeof Fault>;

/** How many faults of a check a report names one by one. */
export const FAULTS_NAMED = 200;

/** What a check has found: over how many things, how many faults, and the first of them. */
export const CheckResult = z.strictObject({
  check: Check,
  /** How many things were looked at; 0 where the check could not be made. */
  looked: z.int().nonnegative(),
  faults: z.int().nonnegative(),
  named: z.array(Fault).max(FAULTS_NAMED),
  /** What is to be said where the check could not be made, or only in part; empty else. */
  remark: z.string(),
});
export type CheckResult = z.infer<typeof CheckResult>;

/** The proof of a library. It is sound where no check has found a fault. `seconds` is how long it took. */
export const VerifyReport = z.strictObject({
  sound: z.boolean(),
  cables: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  checks: z.array(CheckResult),
  seconds: z.number().nonnegative(),
});
export type VerifyReport = z.infer<typeof VerifyReport>;
