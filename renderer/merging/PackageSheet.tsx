import '../places/places.css';
import './merging.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import type { CableChoice } from '../../domain/library/choice.ts';
import { byDate } from '../../domain/search/order.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useCable, useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count } from '../desk/words.ts';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { Foot } from '../places/Foot.tsx';
import { openPackage, savePackage, useWanted, type Which } from './merging.ts';

/** The way to save cables as a package for somebody else. */
export function PackageSheet() {
  const { data: library } = useLibrary();
  const some = Boolean(library && library.cables > 0);
  useCommand('package.save', () => openPackage(), some);
  return (
    <SheetFrame sheet="package" title="Save a package" className="merging">
      <Package />
    </SheetFrame>
  );
}

/** How many cables a query finds. */
function useTotal(query: string): number {
  const { data } = useQuery({
    queryKey: ['cables', 'number', query],
    queryFn: () => request('cable.list', { offset: 0, limit: 1, query, order: byDate }),
    placeholderData: keepPreviousData,
  });
  return data?.total ?? 0;
}

function Package() {
  const open = useDesk((desk) => desk.cableId);
  const query = useDesk((desk) => desk.query);
  const { data: cable } = useCable(open);
  const all = useTotal('');
  const found = useTotal(query);
  const { which: wanted, chosen } = useWanted();
  const [running, setRunning] = useState(false);
  const [said, setSaid] = useState('');
  const which = wanted === 'cable' && open === null ? 'all' : wanted;

  async function save() {
    setRunning(true);
    setSaid('');
    try {
      const choice = which === 'chosen' && chosen ? chosen.choice : choiceOf(which, open, query);
      setSaid((await savePackage(choice)) ?? '');
    } finally {
      setRunning(false);
    }
  }

  return (
    <>
      <div className="sheet-body merging-body">
        <p className="merging-soft">
          A package is one file with cables, their texts and history, annotations, tags and links.
          Somebody opens it like a library, works in it, and sends it back; then merge it here.
        </p>
        <RadioGroup
          className="merging-choice"
          value={which}
          isDisabled={running}
          onChange={(value) => useWanted.setState({ which: value as Which })}
        >
          <Label>Which cables</Label>
          {open !== null && (
            <Choice value="cable" words="This cable" about={cable?.summary.title ?? ''} />
          )}
          {chosen && (
            <Choice
              value="chosen"
              words={`Those marked: ${count(chosen.cables, 'cable')}`}
              about=""
            />
          )}
          {query !== '' && (
            <Choice value="found" words={`Those found: ${count(found, 'cable')}`} about={query} />
          )}
          <Choice value="all" words={`All: ${count(all, 'cable')}`} about="" />
        </RadioGroup>
      </div>
      <ImportProgress />
      <Foot words={running ? 'Saving …' : said} again={false} onAgain={() => undefined}>
        <Button
          className="button primary"
          isDisabled={running}
          onPress={() => void save().catch(report)}
        >
          Save…
        </Button>
      </Foot>
    </>
  );
}

function choiceOf(which: Which, cableId: string | null, query: string): CableChoice {
  if (which === 'cable' && cableId !== null) return { ids: [cableId] };
  return { query: which === 'found' ? query : '', except: [] };
}

interface ChoiceProps {
  readonly value: Which;
  readonly words: string;
  readonly about: string;
}

function Choice({ value, words, about }: ChoiceProps) {
  return (
    <Radio value={value} className="tick">
      <span className="dot" />
      <span>{words}</span>
      <span className="merging-about">{about}</span>
    </Radio>
  );
}
