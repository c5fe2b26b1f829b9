import './StatisticsSheet.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { counted } from '../../domain/statistics/series.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { useLibrary, useTags } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { sentenceOf } from '../desk/words.ts';
import { Statistics } from './Statistics.tsx';

/** How often the tags of the library are used: by tag, over time and by cable. */
export function StatisticsSheet() {
  const { data: library } = useLibrary();
  useCommand('statistics.open', () => useDesk.setState({ sheet: 'statistics' }), Boolean(library));
  return (
    <SheetFrame sheet="statistics" title="Use of tags" className="statistics">
      <Uses />
    </SheetFrame>
  );
}

function Uses() {
  const { data: listed } = useTags();
  // What is counted is read again when the sheet is opened, and when something changes meanwhile.
  const { data: uses, error } = useQuery({
    queryKey: ['uses', 'statistics'],
    queryFn: () => request('statistics.tagUse', {}),
  });
  const vocabulary = useMemo(
    () =>
      listed &&
      uses &&
      counted(
        listed.map(({ tag }) => tag),
        uses,
      ),
    [listed, uses],
  );
  const [remembered, setRemembered] = useState<ReadonlySet<string> | null>(null);
  if (error) return <p className="use-none">{sentenceOf(error)}</p>;
  if (!vocabulary || !uses) return <p className="use-none">Counting …</p>;
  if (uses.length === 0)
    return (
      <p className="use-none">
        No tag is used yet. Select words in a cable and tag them; then this sheet shows how often
        each tag is used, when, and in which cables.
      </p>
    );
  return (
    <Statistics vocabulary={vocabulary} uses={uses} picked={remembered} onPick={setRemembered} />
  );
}
