import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { AgreementReport, Measure } from '../../domain/agreement/report.ts';
import { count, inDigits } from '../desk/words.ts';
import { TagChip } from '../tags/TagChip.tsx';
import { useVocabulary } from '../tags/vocabulary.ts';
import { adjudicate } from './adjudicating.ts';
import type { Two } from './asking.ts';
import { coefficientWords, nameOf, shareWords, UNDEFINED } from './words.ts';

interface MeasuresProps {
  readonly report: AgreementReport;
  readonly two: Two;
  /** Whether one cable is measured by itself; then it need not be told once more. */
  readonly isOne: boolean;
}

/** How many cables are told one by one; all of them are in what is saved. */
const MOST = 200;

/** The measures of two annotators: overall, tag by tag, and cable by cable. */
export function Measures({
  report: { overall, anything, tags, cables },
  two,
  isOne,
}: MeasuresProps) {
  const { listedById } = useVocabulary();
  const ranked = cables.toSorted((a, b) => rankOf(a.measure) - rankOf(b.measure));
  return (
    <table className="measures">
      <thead>
        <tr>
          <th scope="col" className="label">
            Over all
          </th>
          <Heads two={two} />
        </tr>
      </thead>
      <tbody>
        <Row name="Tags" hint="each set of tags a category of its own" measure={overall} />
        <Row name="Anything at all" hint="marked, with whichever tag" measure={anything} />
      </tbody>
      {tags.length > 0 && (
        <tbody>
          <Part title="Tag by tag" />
          {tags.map(({ tagId, measure }) => {
            const listed = listedById.get(tagId);
            return (
              listed && (
                <Row
                  key={tagId}
                  name={<TagChip tag={listed.tag} />}
                  depth={listed.above.length}
                  measure={measure}
                />
              )
            );
          })}
        </tbody>
      )}
      {!isOne && (
        <tbody>
          <Part
            title={
              cables.length > MOST
                ? `The ${count(MOST, 'cable')} with the least agreement`
                : 'Cable by cable, the least agreement first'
            }
          />
          {ranked.slice(0, MOST).map(({ cableId, title, measure }) => (
            <Row
              key={cableId}
              name={
                <Button className="link" onPress={() => adjudicate(cableId, two)}>
                  <span className="by-ear">Adjudicate </span>
                  {title}
                </Button>
              }
              measure={measure}
            />
          ))}
        </tbody>
      )}
    </table>
  );
}

/** Where agreement is not defined there is nothing to disagree on. */
function rankOf({ alpha }: Measure): number {
  return alpha ?? 2;
}

/** The heads of the columns with what they mean. */
function Heads({ two: [first, second] }: { readonly two: Two }) {
  return (
    <>
      {[first, second].map((name) => (
        <Head key={name} name={nameOf(name)}>
          Characters of the transcription that {nameOf(name)} has marked. What is marked in the
          original counts where it is read. Annotations that have lost their words, and those on a
          whole cable, are left out; so is what came of merging.
        </Head>
      ))}
      <Head name="Both">Characters that both have marked.</Head>
      <Head name="Agree">
        The share of characters of which both say the same, be it that they are not marked. Where
        little is marked it is high by itself; κ and α allow for that.
      </Head>
      <Head name="κ" spoken="Cohen’s kappa">
        Cohen’s κ (1960): how much of the agreement that is not owed to chance was reached. 1 is
        full agreement, 0 what chance would bring, less is worse than chance. Chance goes by how
        much each of the two has marked. {UNDEFINED} where it is not defined: both have marked
        nothing, or both everything.
      </Head>
      <Head name="α" spoken="Krippendorff’s alpha">
        Krippendorff’s α for nominal data (2011): read like κ, but chance goes by how much both have
        marked together, whoever of them it was. Each character is a unit by itself, so long
        passages weigh more than short ones, and passages cut otherwise differ at their ends only.
      </Head>
    </>
  );
}

interface HeadProps {
  readonly name: string;
  /** The name as it is said, where it is a sign. */
  readonly spoken?: string;
  readonly children: ReactNode;
}

function Head({ name, spoken = name, children }: HeadProps) {
  return (
    <th scope="col">
      <TooltipTrigger delay={300}>
        <Button className="link" aria-label={spoken}>
          {name}
        </Button>
        <Tooltip className="tooltip" offset={6}>
          {children}
        </Tooltip>
      </TooltipTrigger>
    </th>
  );
}

/** A line over the rows of one part of the table. */
function Part({ title }: { readonly title: string }) {
  return (
    <tr className="measures-part">
      <th scope="rowgroup" colSpan={7} className="label">
        {title}
      </th>
    </tr>
  );
}

interface RowProps {
  readonly name: ReactNode;
  readonly hint?: string;
  readonly depth?: number;
  readonly measure: Measure;
}

/** How much further each level of tags is set in, in pixels. */
const STEP = 16;

function Row({ name, hint, depth = 0, measure }: RowProps) {
  const { first, second, both, observed, kappa, alpha } = measure;
  return (
    <tr>
      <th scope="row">
        <span className="measures-name" style={{ paddingLeft: `${depth * STEP}px` }}>
          {name} {hint && <span className="measures-hint">{hint}</span>}
        </span>
      </th>
      <td>{inDigits(first)}</td>
      <td>{inDigits(second)}</td>
      <td>{inDigits(both)}</td>
      <td>
        <Defined words={shareWords(observed)} />
      </td>
      <td>
        <Defined words={coefficientWords(kappa)} />
      </td>
      <td>
        <Defined words={coefficientWords(alpha)} />
      </td>
    </tr>
  );
}

/** A measure in words; a stroke where it is not defined, which readers by ear are told. */
function Defined({ words }: { readonly words: string }) {
  if (words !== UNDEFINED) return words;
  return (
    <>
      <span aria-hidden="true">{UNDEFINED}</span>
      <span className="by-ear">not defined</span>
    </>
  );
}
