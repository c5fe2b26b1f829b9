import { teiExplanations } from '../tei/rules.ts';
import type { Rule } from './rule.ts';
import { addressLines } from './rules/address-lines.ts';
import { archiveNumber } from './rules/archive-number.ts';
import { archiveReleaseLine } from './rules/archive-release-line.ts';
import { batchCode } from './rules/batch-code.ts';
import { blankLines } from './rules/blank-lines.ts';
import { checkBox } from './rules/check-box.ts';
import { citeLineRule } from './rules/cite-line.ts';
import { classificationBanner } from './rules/classification-banner.ts';
import { codeFence } from './rules/code-fence.ts';
import { controlNumber } from './rules/control-number.ts';
import { copyNumber } from './rules/copy-number.ts';
import { damagedBanner } from './rules/damaged-banner.ts';
import { dateTimeGroup } from './rules/date-time-group.ts';
import { dateline } from './rules/dateline.ts';
import { declassificationStamp } from './rules/declassification-stamp.ts';
import { distributionCaption } from './rules/distribution-caption.ts';
import { documentTitle } from './rules/document-title.ts';
import { doubtfulPlace } from './rules/doubtful-place.ts';
import { downgradingStamp } from './rules/downgrading-stamp.ts';
import { draftingBlock } from './rules/drafting-block.ts';
import { editorsInsertion } from './rules/editors-insertion.ts';
import { emptyLabel } from './rules/empty-label.ts';
import { endOfMessage } from './rules/end-of-message.ts';
import { fileNumber } from './rules/file-number.ts';
import { foreignLetter } from './rules/foreign-letter.ts';
import { formFoot } from './rules/form-foot.ts';
import { formLabel } from './rules/form-label.ts';
import { formNumber } from './rules/form-number.ts';
import { headingDates } from './rules/heading-dates.ts';
import { htmlRemains } from './rules/html-remains.ts';
import { imageLink } from './rules/image-link.ts';
import { lineEndHyphen } from './rules/line-end-hyphen.ts';
import { listLabel } from './rules/list-label.ts';
import { marginColumn } from './rules/margin-column.ts';
import { markdownEmphasis } from './rules/markdown-emphasis.ts';
import { markdownHeading } from './rules/markdown-heading.ts';
import { markdownRule } from './rules/markdown-rule.ts';
import { messageHeading } from './rules/message-heading.ts';
import { modifierApostrophe } from './rules/modifier-apostrophe.ts';
import { noiseLine } from './rules/noise-line.ts';
import { noteList } from './rules/note-list.ts';
import { noteMark } from './rules/note-mark.ts';
import { officeSymbol } from './rules/office-symbol.ts';
import { officerLabels } from './rules/officer-labels.ts';
import { opener } from './rules/opener.ts';
import { originatorLines } from './rules/originator-lines.ts';
import { overtyping } from './rules/overtyping.ts';
import { pageMarker } from './rules/page-marker.ts';
import { pageNumberLine } from './rules/page-number-line.ts';
import { precedenceBoxes } from './rules/precedence.ts';
import { receivedStamp } from './rules/received-stamp.ts';
import { recordSheet } from './rules/record-sheet.ts';
import { repeatedLine } from './rules/repeated-line.ts';
import { reproductionWarning } from './rules/reproduction-warning.ts';
import { routingSlip } from './rules/routing-slip.ts';
import { runOnSentence } from './rules/run-on-sentence.ts';
import { signature } from './rules/signature.ts';
import { sourceNote } from './rules/source-note.ts';
import { strayNumber } from './rules/stray-number.ts';
import { strikeOut } from './rules/strike-out.ts';
import { subjectLine } from './rules/subject-line.ts';
import { telegramNumber } from './rules/telegram-number.ts';
import { timeStamp } from './rules/time-stamp.ts';
import { trailingBlanks } from './rules/trailing-blanks.ts';
import { typistInitials } from './rules/typist-initials.ts';
import { unnumberedPage } from './rules/unnumbered-page.ts';
import { wrappedLine } from './rules/wrapped-line.ts';

/**
 * The rules that take out whole lines, in the order in which they read the text. An earlier rule has
 * the better right to a piece of text: first what cannot be mistaken, then what stands among other
 * furniture. When all of them have read it, it is asked where the place of a line proves its words.
 */
const FURNITURE: readonly Rule[] = [
  noteList,
  codeFence,
  imageLink,
  archiveReleaseLine,
  archiveNumber,
  batchCode,
  pageMarker,
  strikeOut,
  recordSheet,
  pageNumberLine,
  draftingBlock,
  reproductionWarning,
  declassificationStamp,
  downgradingStamp,
  receivedStamp,
  timeStamp,
  formNumber,
  copyNumber,
  endOfMessage,
  officerLabels,
  routingSlip,
  checkBox,
  originatorLines,
  formFoot,
  officeSymbol,
  formLabel,
  emptyLabel,
  noiseLine,
  classificationBanner,
  damagedBanner,
  strayNumber,
  markdownRule,
  typistInitials,
  marginColumn,
  repeatedLine,
];

/** The rules that change what stays: the seams between lines, then what is inside them. */
const MENDING: readonly Rule[] = [
  runOnSentence,
  listLabel,
  lineEndHyphen,
  wrappedLine,
  noteMark,
  markdownHeading,
  markdownEmphasis,
  htmlRemains,
  overtyping,
  modifierApostrophe,
  foreignLetter,
  dateTimeGroup,
  trailingBlanks,
  blankLines,
];

/** The rules that only read; an earlier one has the better right to a field that holds one value. */
const READING: readonly Rule[] = [
  unnumberedPage,
  documentTitle,
  subjectLine,
  messageHeading,
  opener,
  dateline,
  telegramNumber,
  citeLineRule,
  headingDates,
  addressLines,
  precedenceBoxes,
  distributionCaption,
  controlNumber,
  sourceNote,
  fileNumber,
  signature,
  editorsInsertion,
  doubtfulPlace,
];

/** The rules that move text, by their turns. */
export const MOVING: readonly (readonly Rule[])[] = [FURNITURE, MENDING];

/** All rules by their turns. */
export const TURNS: readonly (readonly Rule[])[] = [...MOVING, READING];

/** All rules in their order. */
export const RULES: readonly Rule[] = TURNS.flat();

const EXPLANATIONS: ReadonlyMap<string, string> = new Map([
  ...RULES.map(({ name, explanation }) => [name, explanation] as const),
  ...teiExplanations,
]);

/** The sentence the window shows for a rule, or null where no rule has that name. */
export function explain(name: string): string | null {
  return EXPLANATIONS.get(name) ?? null;
}
