import type { Rule } from './rule.ts';
import { addressLines } from './rules/address-lines.ts';
import { blankLines } from './rules/blank-lines.ts';
import { checkBox } from './rules/check-box.ts';
import { classificationBanner } from './rules/classification-banner.ts';
import { dateline } from './rules/dateline.ts';
import { declassificationStamp } from './rules/declassification-stamp.ts';
import { distributionCaption } from './rules/distribution-caption.ts';
import { documentTitle } from './rules/document-title.ts';
import { draftingBlock } from './rules/drafting-block.ts';
import { editorsInsertion } from './rules/editors-insertion.ts';
import { formFoot } from './rules/form-foot.ts';
import { formLabel } from './rules/form-label.ts';
import { formNumber } from './rules/form-number.ts';
import { listLabel } from './rules/list-label.ts';
import { markdownHeading } from './rules/markdown-heading.ts';
import { messageHeading } from './rules/message-heading.ts';
import { modifierApostrophe } from './rules/modifier-apostrophe.ts';
import { noteList } from './rules/note-list.ts';
import { noteMark } from './rules/note-mark.ts';
import { officeSymbol } from './rules/office-symbol.ts';
import { pageMarker } from './rules/page-marker.ts';
import { reproductionWarning } from './rules/reproduction-warning.ts';
import { runOnSentence } from './rules/run-on-sentence.ts';
import { signature } from './rules/signature.ts';
import { sourceNote } from './rules/source-note.ts';
import { strayNumber } from './rules/stray-number.ts';
import { strikeOut } from './rules/strike-out.ts';
import { telegramNumber } from './rules/telegram-number.ts';
import { timeStamp } from './rules/time-stamp.ts';
import { trailingBlanks } from './rules/trailing-blanks.ts';
import { unnumberedPage } from './rules/unnumbered-page.ts';

/**
 * The rules that move text, in the order in which they read it. An earlier rule has the better right
 * to a piece of text: first what leaves by whole lines, then what changes inside them.
 */
export const MOVING: readonly Rule[] = [
  noteList,
  pageMarker,
  strikeOut,
  classificationBanner,
  draftingBlock,
  reproductionWarning,
  declassificationStamp,
  timeStamp,
  formNumber,
  checkBox,
  formFoot,
  officeSymbol,
  formLabel,
  strayNumber,
  runOnSentence,
  listLabel,
  noteMark,
  markdownHeading,
  modifierApostrophe,
  trailingBlanks,
  blankLines,
];

/** The rules that only read; an earlier one has the better right to a field that holds one value. */
const READING: readonly Rule[] = [
  unnumberedPage,
  documentTitle,
  messageHeading,
  dateline,
  telegramNumber,
  addressLines,
  distributionCaption,
  sourceNote,
  signature,
  editorsInsertion,
];

/** All rules in their order. */
export const RULES: readonly Rule[] = [...MOVING, ...READING];

const BY_NAME: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.name, rule]));

/** The sentence the window shows for a rule, or null where no rule has that name. */
export function explain(name: string): string | null {
  return BY_NAME.get(name)?.explanation ?? null;
}
