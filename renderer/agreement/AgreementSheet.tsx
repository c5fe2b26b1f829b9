import './AgreementSheet.css';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report as tell, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count, sentenceOf } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { useVocabulary } from '../tags/vocabulary.ts';
import { adjudicate } from './adjudicating.ts';
import { CreatorChoice } from './CreatorChoice.tsx';
import { Measures } from './Measures.tsx';
import { TagsCompared } from './TagsCompared.tsx';
import {
  type Creator,
  type Two,
  twoOf,
  useAsked,
  useCreators,
  useFreshMeasures,
  useReport,
} from './asking.ts';
import { csvOf, nameOf } from './words.ts';

/** How far two annotators agree, and from there to adjudicating their work. */
export function AgreementSheet() {
  const { data: library } = useLibrary();
  useCommand(
    'agreement.open',
    () => useDesk.setState({ sheet: 'agreement' }),
    Boolean(library && library.cables > 0),
  );
  return (
    <SheetFrame sheet="agreement" title="Agreement of two annotators" className="agreement">
      <Agreement />
    </SheetFrame>
  );
}

function Agreement() {
  useFreshMeasures();
  const { data: creators, error } = useCreators();
  const asked = useAsked();
  if (error) return <p className="agreement-none">{sentenceOf(error)}</p>;
  if (!creators) return null;
  const two = twoOf(asked, creators);
  return two ? <Comparison two={two} creators={creators} /> : <OneAlone creators={creators} />;
}

/** Says how the work of a second person comes into the library. */
function OneAlone({ creators: [one] }: { readonly creators: readonly Creator[] }) {
  return (
    <div className="agreement-none">
      <p>
        {one
          ? `Only ${nameOf(one.creator)} has annotated in this library. It takes two to compare.`
          : 'Nobody has annotated in this library yet. It takes two to compare.'}
      </p>
      <p>
        What is annotated is signed with the name under Edit › Your name…: whoever annotates the
        same cables at this desk under another name is the second annotator.
      </p>
    </div>
  );
}

interface ComparisonProps {
  readonly two: Two;
  readonly creators: readonly Creator[];
}

function Comparison({ two, creators }: ComparisonProps) {
  const open = useDesk((desk) => desk.cableId);
  const asked = useAsked();
  const { byId } = useVocabulary();
  const tagIds = asked.tagIds.filter((id) => byId.has(id));
  const scope = open === null ? 'library' : asked.scope;
  const cableId = scope === 'cable' ? open : null;
  const { data, error, isPlaceholderData } = useReport(two, tagIds, cableId);
  const choose = (first: string, second: string) => useAsked.setState({ first, second });
  return (
    <>
      <div className="agreement-question">
        <CreatorChoice
          label="First annotator"
          creators={creators}
          chosen={two[0]}
          onChoose={(name) => choose(name, name === two[1] ? two[0] : two[1])}
        />
        <CreatorChoice
          label="Second annotator"
          creators={creators}
          chosen={two[1]}
          onChoose={(name) => choose(name === two[0] ? two[1] : two[0], name)}
        />
        <TagsCompared chosen={tagIds} onChange={(ids) => useAsked.setState({ tagIds: ids })} />
        <RadioGroup
          className="agreement-scope"
          aria-label="Compare"
          value={scope}
          onChange={(value) =>
            useAsked.setState({ scope: value === 'cable' ? 'cable' : 'library' })
          }
        >
          <Radio value="cable" className="tick" isDisabled={open === null}>
            <span className="dot" /> This cable
          </Radio>
          <Radio value="library" className="tick">
            <span className="dot" /> All that both have annotated
          </Radio>
        </RadioGroup>
      </div>
      <div className={isPlaceholderData ? 'agreement-all old' : 'agreement-all'}>
        {error && <p className="agreement-none">{sentenceOf(error)}</p>}
        {data && !error && data.cables.length > 0 && (
          <Measures report={data} two={two} isOne={cableId !== null} />
        )}
        {data?.cables.length === 0 && (
          <p className="agreement-none">
            {nameOf(two[0])} and {nameOf(two[1])} have not annotated any cable both.
          </p>
        )}
      </div>
      <footer className="sheet-foot">
        <p role="status">{data && !error ? sumOf(data.overall.units, data.cables.length) : ''}</p>
        {data && data.cables.length > 0 && (
          <Button
            className="button"
            onPress={() => void save(csvOf(data, two, byId), two).catch(tell)}
          >
            Save as CSV…
          </Button>
        )}
        {open !== null && (
          <Button className="button primary" onPress={() => adjudicate(open, two)}>
            Adjudicate this cable
          </Button>
        )}
      </footer>
    </>
  );
}

/** "12,345 characters in 3 cables." */
function sumOf(units: number, cables: number): string {
  return cables === 0 ? '' : `${count(units, 'character')} in ${count(cables, 'cable')}.`;
}

async function save(content: string, [first, second]: Two) {
  const name = `Agreement of ${nameOf(first)} and ${nameOf(second)}`.slice(0, 200);
  const saved = await request('file.save', { kind: 'csv', name, content });
  if (saved) announce(`Saved as ${saved.fileName}`);
}
