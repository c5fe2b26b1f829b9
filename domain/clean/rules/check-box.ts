import type { Stretch } from '../form.ts';
import { leave, type Rule } from '../rule.ts';

/** A line of the form with boxes to tick (TEI metamark). */
export const checkBox: Rule = {
  name: 'check-box',
  explanation: 'A box to tick on the form; whether it is ticked stays in the apparatus.',
  certainty: 'certain',
  placed: /^(?!.*(?:INDICATE|INDEX|COLLECT|CHARGE|ROUTINE|PRIORITY|DEFERRED|ENCLOSURE))/,
  examples: [
    'INDICATE: ☐ COLLECT⏎☐ CHARGE TO⏎⏎Text. → Text.',
    'One.⏎⏎☑ ROUTINE ☐ DEFERRED⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎( ) EXCISE ( ) DENY⏎⏎Two. → One.⏎⏎Two.',
    '[X] RELEASE⏎⏎He told him on the same day that he would not leave. → He told him on the same day that he would not leave.',
    'He told him on the same day that he would not leave.⏎⏎(X) THE MINISTER AGREED TO IT. → =',
    'He told him on the same day that he would not leave.⏎⏎■ MORE AID → He told him on the same day that he would not leave.',
    'The answer ( ) was left out. → =',
  ],
  *find({ staying, running, foot }) {
    for (const { text, index } of staying) {
      if (text.length > 100 || /[a-z]{3}/.test(text)) continue;
      const glyphs = text.match(GLYPH)?.length ?? 0;
      if (glyphs === 0 && !ASCII_LINE.test(text)) continue;
      const boxes = glyphs + (text.match(ASCII)?.length ?? 0);
      const onForm = index < running || isWithin(foot, index);
      const label = TICKED.test(text) ? 'ticked' : 'empty';
      if (boxes > 1 || onForm || FORM_WORD.test(text)) yield leave(index, 'formField', { label });
      else if (glyphs > 0 || text.split(' ').length <= SHORT)
        yield leave(index, 'formField', { label, ...ALONE });
    }
  },
};

function isWithin(stretch: Stretch | null, line: number): boolean {
  return stretch !== null && line >= stretch.first && line <= stretch.last;
}

const GLYPH = /[☐☑☒■□▢▣✓✔✗✘]/gu;
/** What stands beside boxes on forms. */
const FORM_WORD =
  /\b(?:COLLECT|CHARGE TO|ROUTINE|PRIORITY|DEFERRED|IMMEDIATE|INDEX|FILE|DESTROY|RETURN|APPROVED|EXCISE|DENY|RELEASE|DECLASSIFY|UNCLASSIFIED|CONFIDENTIAL|SECRET)\b/;
const TICKED = /[☑☒■▣✓✔✗✘]|[[(][xX][\])]/u;
const ASCII = /[[(] {0,3}[xX]? {0,3}[\])]/g;
const ASCII_LINE = /^(?:[[(] {0,3}[xX]? {0,3}[\])] ?[A-Z]{2,}[A-Z ./]*){1,6}$/;

/** A single box before more words than these is a parenthesis that was cut out, or the number ten. */
const SHORT = 4;
const ALONE = {
  certainty: 'likely',
  reason: 'It looks like a box to tick, but it may be the sign of a list or a parenthesis cut out.',
} as const;
