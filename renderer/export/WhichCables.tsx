import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { count } from '../desk/words.ts';
import { type Question, useWanted, type Which } from './choice.ts';

interface WhichCablesProps {
  readonly question: Question;
  readonly busy: boolean;
}

/** Which cables leave: only what there is can be chosen. */
export function WhichCables({ question: { which, from }, busy }: WhichCablesProps) {
  const cableId = useDesk((desk) => desk.cableId);
  const query = useDesk((desk) => desk.query);
  const { data: cable } = useCable(cableId);
  const several = (number: number | null) => (number === null ? '…' : count(number, 'cable'));
  const offered: readonly (readonly [Which, words: string, about: string])[] = [
    ...(cableId === null ? [] : ([['cable', 'This cable', cable?.summary.title ?? '']] as const)),
    ...(from.chosen === 0 ? [] : ([['chosen', 'Those marked', several(from.chosen)]] as const)),
    ...(query === '' ? [] : ([['found', 'Those found', several(from.found)]] as const)),
    ['all', 'All', several(from.all)],
  ];
  return (
    <RadioGroup
      className="export-choice"
      value={which}
      isDisabled={busy}
      onChange={(value) => useWanted.setState({ which: value as Which })}
    >
      <Label className="label">Cables</Label>
      {offered.map(([value, words, about]) => (
        <Radio key={value} value={value} className="tick">
          <span className="dot" />
          <span>{words}</span>
          <span className="export-about">{about}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
