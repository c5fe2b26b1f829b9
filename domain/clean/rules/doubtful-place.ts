import type { Finding, Rule } from '../rule.ts';

const DOUBLED = /\b([a-z]{3,20})[ \n]\1\b/gi;
/** Shorter lines may well stand twice. */
const DOUBLED_LINE = 12;
const MEANT = /^(?:that|had|very|many|long|sing|bye|hear|rpt|repeat|[xX]+)$/i;
const SECURITY_NUMBER = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g;
const ENCLOSED = /^\W{0,3}(?:ENCLOSURES?|ATTACHMENTS?)\b ?(?:\(S\))?\W{0,2}(?:[:\d]|$)/gim;
const FOREIGN =
  /[\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,80}/g;

/** What a person should look at: nothing is changed there. */
export const doubtfulPlace: Rule = {
  name: 'doubtful-place',
  explanation: 'A place a person should look at; nothing is changed there.',
  certainty: 'unsure',
  examples: [
    'He came from from Bonn. → =',
    'He came from Bonn.⏎He came from Bonn. → =',
    'DO NOT REPEAT NOT SEND. → =',
  ],
  *find({ text, staying, claimed }) {
    for (const [at, line] of staying.entries()) {
      const next = staying[at + 1];
      if (next?.text !== line.text || line.text.length < DOUBLED_LINE || claimed(line.index))
        continue;
      const message = 'This line stands twice, one below the other.';
      yield { kind: 'warning', code: 'doubled-line', message, from: line.start, to: next.end };
    }
    for (const match of text.matchAll(DOUBLED))
      if (!MEANT.test(match[1] ?? ''))
        yield warning(
          match,
          'doubled-word',
          `“${match[1]}” stands twice: the typist, the machine or a turn of the page.`,
        );
    for (const match of text.matchAll(SECURITY_NUMBER))
      yield warning(
        match,
        'personal-data',
        'This looks like the social security number of a private person.',
      );
    for (const match of text.matchAll(ENCLOSED))
      yield warning(
        match,
        'enclosure',
        'An enclosure is named here: the file may hold more than one document.',
      );
    for (const match of text.matchAll(FOREIGN))
      yield warning(
        match,
        'foreign-script',
        'The machine read letters of another script here; most likely a smear or handwriting.',
      );
  },
};

function warning(match: RegExpExecArray, code: string, message: string): Finding {
  return { kind: 'warning', code, message, from: match.index, to: match.index + match[0].length };
}
