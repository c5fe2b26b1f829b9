import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import type { CommandName } from '../../domain/command.ts';
import { give, useCommand } from '../commands/commands.ts';
import { endsToLink } from '../relations/linking.ts';
import { useUnopened } from '../safety/offer.ts';
import { report, useDesk } from './desk.ts';
import { type Condition, type LateSheet, lateSheets } from './lateSheets.ts';
import { useLibrary, useTags } from './queries.ts';

type Conditions = Readonly<Record<Condition, boolean>>;

/** The sheets that are loaded when they are first wanted. Their commands can be given from the beginning. */
export function LateSheets() {
  const conditions = useConditions();
  return lateSheets.map((late) => <Late key={late.sheet} late={late} conditions={conditions} />);
}

function useConditions(): Conditions {
  const { data: library } = useLibrary();
  const { data: tags } = useTags();
  const unopened = useUnopened();
  const cable = useDesk((desk) => desk.cableId !== null);
  const query = useDesk((desk) => desk.query.trim() !== '');
  const ends = useDesk(({ annotationId, marked }) => endsToLink(annotationId, marked) !== null);
  const free = useDesk(({ sheet }) => sheet === null || sheet === 'palette');
  return {
    always: true,
    library: Boolean(library),
    cables: Boolean(library && library.cables > 0),
    cable,
    query,
    tags: Boolean(tags && tags.length > 0),
    ends: ends && free,
    backups: Boolean(library) || unopened !== null,
  };
}

interface LateProps {
  readonly late: LateSheet;
  readonly conditions: Conditions;
}

function Late({ late, conditions }: LateProps) {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null);
  const given = useRef<CommandName[]>([]);

  const load = useCallback(async () => {
    const component = await late.load();
    setLoaded(() => component);
  }, [late]);

  useEffect(
    () =>
      useDesk.subscribe(({ sheet }, before) => {
        if (sheet === late.sheet && sheet !== before.sheet) load().catch(report);
      }),
    [late, load],
  );

  // By now the sheet carries its commands out itself: effects within come before those around.
  useEffect(() => {
    if (Loaded) for (const name of given.current.splice(0)) give(name);
  }, [Loaded]);

  if (Loaded) return <Loaded />;
  return Object.entries(late.commands).map(([command, condition]) => {
    const name = command as CommandName;
    const run = () => {
      given.current.push(name);
      return load();
    };
    return <Waiting key={name} name={name} run={run} enabled={conditions[condition]} />;
  });
}

interface WaitingProps {
  readonly name: CommandName;
  readonly run: () => Promise<void>;
  readonly enabled: boolean;
}

/** A command whose sheet is not there yet. */
function Waiting({ name, run, enabled }: WaitingProps) {
  useCommand(name, run, enabled);
  return null;
}
