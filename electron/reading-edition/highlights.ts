import type { Annotation, Side, Target } from '../../domain/annotation/annotation.ts';
import { lanes } from '../../domain/annotation/lanes.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { Range } from '../../domain/text/range.ts';
import { type Edition, type Numbered, stretchesOn } from './edition.ts';
import { escaped } from './html.ts';
import type { Mark, Sign } from './painter.ts';

/** The highlights of one side: marks over their words, and their numbers behind them. */
export interface Highlights {
  readonly marks: readonly Mark[];
  readonly signs: readonly Sign[];
  /** The deepest lane that is used, from 0; -1 without any. */
  readonly deepest: number;
}

/** A stretch of an annotation on one side, with a line below it for each tag. */
interface Stretch extends Range {
  /** The number of the annotation on the page. */
  readonly number: number;
  readonly annotation: Annotation;
  readonly tags: readonly Tag[];
  readonly lines: number;
}

/** The annotations on one side, those made on the other one through the map, each line in a lane of its own. */
export function highlightsOn(edition: Edition, side: Side): Highlights {
  const stretches = edition.annotations.flatMap(({ number, annotation }) => {
    const tags = tagsOn(annotation, edition);
    const lines = Math.max(1, tags.length);
    return annotation.targets
      .flatMap((target) => stretchesOn(edition, side, target))
      .map(({ from, to }): Stretch => ({ from, to, number, annotation, tags, lines }));
  });
  const first = lanes(stretches);
  const marks = stretches.flatMap((stretch, index) => marksOf(stretch, first[index] ?? 0));
  const deepest = marks.reduce((most, { depth }) => Math.max(most, depth - 1), -1);
  const signs = edition.annotations.flatMap((one) => signsOf(edition, side, one));
  return { marks, signs, deepest };
}

/** The tags of an annotation that the library knows. */
export function tagsOn({ tagIds }: Annotation, { tags }: Edition): Tag[] {
  return tagIds.flatMap((id) => tags.get(id) ?? []);
}

/** What a highlight is made of: its words, with the line of its first tag, and a line for each further one. */
function marksOf({ from, to, number, annotation, tags, lines }: Stretch, lane: number): Mark[] {
  const judged = annotation.verdict?.value;
  const pale = judged === 'rejected' || judged === 'merged' ? ` ${judged}` : '';
  return Array.from({ length: lines }, (_, line): Mark => {
    const [name, kind] = line === 0 ? ['mark', 'h'] : ['span', 'also'];
    const colour = tags[line]?.colour ?? 'none';
    const told = line === 0 ? ` data-a="${number}"` : '';
    const open = `<${name} class="${kind} l${lane + line} t-${colour}${pale}"${told}>`;
    return { from, to, open, close: `</${name}>`, depth: lane + line + 1 };
  });
}

/** The numbers of an annotation behind its passages. On the original they stand where it was made there. */
function signsOf(edition: Edition, side: Side, { number, annotation }: Numbered): Sign[] {
  return annotation.targets.flatMap((target, passage): Sign[] => {
    const to = stretchesOn(edition, side, target).at(-1)?.to;
    if (to === undefined || !shownOn(edition, side, target)) return [];
    const at = wordsEnd(edition.texts[side], to);
    const own = side === homeOf(edition, target);
    const id = own ? ` id="${passageId(number, passage)}"` : '';
    const label = escaped(`Annotation ${number}`);
    return [
      {
        at,
        html: `<a class="a-mark"${id} href="#a${number}" data-n="${number}" aria-label="${label}"></a>`,
      },
    ];
  });
}

/** Where the last word before a position ends. */
function wordsEnd(text: string, to: number): number {
  let at = to;
  while (at > 0 && /\s/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** The side on which a passage is gone to: the transcription where its words stand there. */
function homeOf(edition: Edition, target: Target): Side {
  return stretchesOn(edition, 'transcription', target).length > 0 ? 'transcription' : 'original';
}

function shownOn(edition: Edition, side: Side, target: Target): boolean {
  return side === target.side || side === homeOf(edition, target);
}

/** The name of the place where a passage of an annotation ends on the page; passages are counted from 0. */
export function passageId(number: number, passage: number): string {
  return `p${number}-${passage + 1}`;
}
