import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isOnCable } from '../../domain/annotation/order.ts';
import type { ChangeStatus } from '../../domain/change/change.ts';
import type { MetadataField } from '../../domain/metadata/metadata.ts';
import type { ReviewState } from '../../domain/review/review.ts';
import type { Tag } from '../../domain/tag/tag.ts';

/** How much of a passage a phrase quotes, in characters. */
const QUOTED = 40;

/** A passage as a phrase quotes it: on one line, in curly quotes, shortened. */
export function quoted(words: string): string {
  const characters = [...words.trim().replace(/\s+/gu, ' ')];
  const short = characters.length > QUOTED ? [...characters.slice(0, QUOTED - 1), '…'] : characters;
  return `“${short.join('')}”`;
}

/** The passage an annotation stands on, as a phrase quotes it; for one without any, the whole cable. */
export function passage({ targets }: Annotation): string {
  if (targets.length === 0) return 'the whole cable';
  return quoted(targets.map(({ quote }) => quote.exact).join(' … '));
}

/** What making an annotation is called, by what came with the highlight. */
export function creating(annotation: Annotation, tags: readonly Tag[]): string {
  const where = passage(annotation);
  if (annotation.note && tags.length > 0) return `annotate ${where} with ${names(tags)}`;
  if (annotation.note) return `write a note on ${where}`;
  if (tags.length > 0) return `tag ${where} with ${names(tags)}`;
  return `${isOnCable(annotation) ? 'annotate' : 'highlight'} ${where}`;
}

/** What a change of an annotation is called: `added` and `removed` are the tags put on and taken off. */
export function changing(
  before: Annotation,
  after: Annotation,
  added: readonly Tag[],
  removed: readonly Tag[],
): string {
  const where = passage(before);
  const tagged = added.length + removed.length > 0;
  if (tagged && before.note !== after.note) return `change the annotation on ${where}`;
  if (!tagged && before.note === after.note) return `change the order of the tags on ${where}`;
  if (tagged && removed.length === 0) return `tag ${where} with ${names(added)}`;
  if (tagged && added.length === 0) return `take ${names(removed)} off ${where}`;
  if (tagged) return `change the tags on ${where}`;
  if (!before.note) return `write a note on ${where}`;
  return after.note ? `change the note on ${where}` : `delete the note on ${where}`;
}

/** A rule of cleaning as a phrase names it: `“running head”`. */
export function named(rule: string): string {
  return `“${rule.replaceAll('-', ' ')}”`;
}

interface OfRule {
  readonly rule: string;
}

/** What deciding on changes is called. */
export function deciding(status: ChangeStatus, changes: readonly OfRule[]): string {
  const back = status === 'proposed';
  const verb = back ? 'take back' : status === 'accepted' ? 'accept' : 'reject';
  const [first] = changes;
  const one = first && changes.every(({ rule }) => rule === first.rule);
  if (one && changes.length === 1) return `${verb} ${named(first.rule)}`;
  if (!one) return `${verb} ${changes.length} ${back ? 'decisions' : 'proposals'}`;
  return `${verb} ${changes.length} ${back ? 'decisions on' : 'proposals of'} ${named(first.rule)}`;
}

/** Why an annotation has lost its words by a decision on changes. */
export function whyLost(status: ChangeStatus, changes: readonly OfRule[]): string {
  const done = status === 'proposed' ? 'taken back' : status;
  const rules = [...new Set(changes.map(({ rule }) => named(rule)))];
  if (changes.length === 1)
    return `Its words left the transcription when ${rules.join()} was ${done}.`;
  const what = rules.length === 1 ? `proposals of ${rules.join()}` : `${changes.length} proposals`;
  return `Its words left the transcription when ${what} were ${done}.`;
}

/** What saying how far a cable has come is called. */
export function reviewing(title: string, state: ReviewState | null): string {
  return state === null
    ? `leave the state of ${quoted(title)} to the cleaning`
    : `mark ${quoted(title)} as ${state}`;
}

/** What reading a field otherwise is called; without values it has none, null takes back what was read. */
export function readingField(
  field: MetadataField,
  title: string,
  values: readonly string[] | null,
): string {
  const noun = fieldNouns[field];
  if (values === null) return `take back the ${noun} of ${quoted(title)}`;
  if (values.length === 0) return `say that ${quoted(title)} has no ${noun}`;
  return `change the ${noun} of ${quoted(title)}`;
}

/** The fields of the metadata within a phrase: "the date of …", "has no date". */
const fieldNouns: Record<MetadataField, string> = {
  title: 'title',
  number: 'document number',
  kind: 'kind',
  telegramNumber: 'telegram number',
  date: 'date',
  place: 'place',
  from: 'sender',
  to: 'addressee',
  info: 'information addressee',
  classification: 'classification',
  handling: 'handling mark',
  precedence: 'precedence',
  distribution: 'distribution',
  drafter: 'drafter',
  clearance: 'clearance',
  approver: 'approver',
  signatory: 'signatory',
  received: 'time of receipt',
  repeatedTo: 'repetition',
  controlNumber: 'control number',
  fileNumber: 'file number',
  archiveNumber: 'archive number',
  sourceNote: 'source note',
};

function names(tags: readonly Tag[]): string {
  return tags.map(({ name }) => name).join(', ');
}
