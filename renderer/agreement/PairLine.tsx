import type { Pair } from '../../domain/agreement/pairing.ts';
import { standingOf } from '../../domain/agreement/standing.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { isOnCable, isUnplaced } from '../../domain/annotation/order.ts';
import { shortened } from '../../domain/apparatus/words.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { useVocabulary } from '../tags/vocabulary.ts';
import { type Manuscript, manuscriptOf } from '../workbench/manuscript.ts';
import type { Bench } from './adjudicating.ts';
import { cutBy, wordsAt } from './cutting.ts';
import { likenessWords, nameOf, outcomeWords } from './words.ts';

/** The longest words of an annotation, and of a part of them, that are shown in full, in UTF-16 code units. */
const LONGEST = 240;

interface PairLineProps {
  readonly pair: Pair;
  readonly bench: Bench;
}

/** A pair: what the first annotator has, what both have in common, what the second has. */
export function PairLine({ pair, bench: { cable, two } }: PairLineProps) {
  const { first, second } = pair;
  const manuscript = manuscriptOf(cable);
  const outcome = outcomeWords(pair);
  return (
    <div className={outcome === null ? 'pair-line' : 'pair-line decided'}>
      <Work mine={first} other={second} name={nameOf(two[0])} manuscript={manuscript} />
      <p className="pair-between">
        <span>{likenessWords(pair, two)}</span>
        <span className="by-ear">; </span>
        <span className="pair-outcome">{outcome === null ? 'not decided' : `✓ ${outcome}`}</span>
      </p>
      <Work mine={second} other={first} name={nameOf(two[1])} manuscript={manuscript} />
    </div>
  );
}

interface WorkProps {
  readonly mine: Annotation | null;
  readonly other: Annotation | null;
  readonly name: string;
  readonly manuscript: Manuscript;
}

/** One annotator's side: words, tags and note, what the other does not have marked. */
function Work({ mine, other, name, manuscript }: WorkProps) {
  const { byId } = useVocabulary();
  if (!mine)
    return (
      <div className="pair-work">
        <span className="by-ear">{name}: nothing</span>
        <span className="pair-nothing" aria-hidden="true">
          –
        </span>
      </div>
    );
  const tags = mine.tagIds.flatMap((id) => byId.get(id) ?? []);
  return (
    <div className={`pair-work ${mine.verdict?.value ?? 'open'}`}>
      <p className="pair-words">
        <span className="by-ear">{name}: </span>
        <Words mine={mine} other={other} manuscript={manuscript} />
      </p>
      {tags.length > 0 && (
        <p className="pair-tags">
          {tags.map((tag) => (
            <PairTag
              key={tag.id}
              tag={tag}
              apart={other !== null && !other.tagIds.includes(tag.id)}
            />
          ))}
        </p>
      )}
      {mine.note !== '' && (
        <p className="pair-note">{shortened(mine.note.replace(/\s+/gu, ' '), LONGEST)}</p>
      )}
    </div>
  );
}

function PairTag({ tag, apart }: { readonly tag: Tag; readonly apart: boolean }) {
  return (
    <span className={apart ? 'pair-tag apart' : 'pair-tag'}>
      <TagChip tag={tag} />
      <span className="by-ear">{apart ? ' (here only), ' : ', '}</span>
    </span>
  );
}

/** The words of an annotation; those on which the other one does not stand are marked. */
function Words({
  mine,
  other,
  manuscript,
}: Omit<WorkProps, 'name' | 'mine'> & { mine: Annotation }) {
  if (isOnCable(mine)) return <em>The whole cable</em>;
  if (isUnplaced(mine)) {
    const lost = mine.targets.map(({ quote }) => quote.exact).join(' … ');
    return <em>Has lost its words, “{shortened(lost.replace(/\s+/gu, ' '), LONGEST)}”</em>;
  }
  const stretches = standingOf(mine.targets, manuscript.map);
  const others = other ? standingOf(other.targets, manuscript.map) : [];
  const cuts = cutBy(stretches, others);
  const longest = Math.max(40, LONGEST / cuts.length);
  return cuts.map(({ from, to, common }, at) => {
    const words = shortened(wordsAt(manuscript, { from, to }).replace(/\s+/gu, ' '), longest);
    const gap = at > 0 && cuts[at - 1]?.to !== from ? ' … ' : '';
    return (
      <span key={from}>
        {gap}
        {common || other === null ? words : <Apart words={words} />}
      </span>
    );
  });
}

function Apart({ words }: { readonly words: string }) {
  return (
    <>
      <mark className="pair-apart">{words}</mark>
      <span className="by-ear"> (here only) </span>
    </>
  );
}
