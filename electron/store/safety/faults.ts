import {
  type Check,
  type CheckResult,
  FAULTS_NAMED,
  type Fault,
} from '../../../domain/safety/verify.ts';

/** A cable that a fault is about. */
export interface Blamed {
  readonly id: string;
  readonly title: string;
}

/** What a check finds as it goes along. */
export interface Finding {
  /** One more thing, or as many, were looked at. */
  readonly look: (many?: number) => void;
  /** Something is wrong. */
  readonly fault: (message: string, cable?: Blamed | null) => void;
  /** Why the check could not be made, or only in part. */
  readonly remark: (sentence: string) => void;
  /** Does a part of the check; what is thrown there is a fault, and the next part goes on. */
  readonly attempt: (what: string, work: () => void, cable?: Blamed | null) => void;
  readonly result: () => CheckResult;
}

/** A check that is about to be made. */
export function finding(check: Check): Finding {
  let looked = 0;
  let faults = 0;
  const named: Fault[] = [];
  const remarks: string[] = [];
  const fault: Finding['fault'] = (message, cable = null) => {
    faults += 1;
    const blamed = { cableId: cable?.id ?? null, cable: cable?.title ?? null };
    if (named.length < FAULTS_NAMED) named.push({ check, message, ...blamed });
  };
  return {
    look: (many = 1) => void (looked += many),
    fault,
    remark: (sentence) => void remarks.push(sentence),
    attempt(what, work, cable) {
      try {
        work();
      } catch (error) {
        fault(`${what} cannot be read: ${wordsOf(error)}.`, cable);
      }
    },
    result: () => ({ check, looked, faults, named, remark: remarks.join(' ') }),
  };
}

/** A check that could not be made at all. */
export function notMade(check: Check, remark: string): CheckResult {
  return { check, looked: 0, faults: 0, named: [], remark };
}

/** What was thrown, in one line without its full stop. */
function wordsOf(thrown: unknown): string {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return words.replace(/\s+/gu, ' ').slice(0, 300).replace(/\.$/u, '');
}
