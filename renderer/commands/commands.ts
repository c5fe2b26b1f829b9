import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { type CommandName, commandNames, commands, type MenuName } from '../../domain/command.ts';
import { listen } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { settleTyping, tellCaret } from '../desk/typing.ts';
import { holdKeys, keepKey, takeHeldKeys } from './heldKeys.ts';
import { matches } from './keys.ts';

type Run = () => unknown;

/** The commands that can be given at this moment, each by the part of the window that carries it out. */
const useRunning = create<Partial<Record<CommandName, Run>>>(() => ({}));

/** The names of the commands that can be given now, for the palette. */
export function useAvailableCommands(): CommandName[] {
  const running = useRunning();
  return commandNames.filter((name) => running[name] !== undefined);
}

/** Carries a command out while the component stands and `enabled` holds. */
export function useCommand(name: CommandName, run: Run, enabled = true) {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const mine: Run = () => latest.current();
    useRunning.setState({ [name]: mine });
    return () => {
      if (useRunning.getState()[name] === mine) useRunning.setState({ [name]: undefined });
    };
  }, [name, enabled]);
}

/** The menus whose commands are about the texts and what stands on them. */
const onTexts: ReadonlySet<MenuName> = new Set<MenuName>(['Edit', 'Annotate', 'Correct']);

/** The commands after which one types on in a field that they open. */
const opensField: ReadonlySet<CommandName> = new Set<CommandName>([
  'annotation.tag',
  'annotation.note',
  'annotation.cable',
]);

/** Gives a command. A failure is told to the reader; a command that nobody carries out now does nothing. */
export function give(name: CommandName) {
  const run = useRunning.getState()[name];
  if (!run) return false;
  tellCaret();
  if (opensField.has(name)) holdKeys();
  void (async () => {
    try {
      // What is done to the text is done to it as it is shown.
      if (onTexts.has(commands[name].menu)) await settleTyping();
      await run();
    } catch (error) {
      takeHeldKeys();
      report(error);
    }
  })();
  return true;
}

/** The menus whose keys mean something else to a field that is being written in. */
const ofFields: ReadonlySet<MenuName> = new Set<MenuName>(['Edit', 'Annotate', 'Correct', 'Go']);

/** Whether a key is pressed in a field that is being written in: there the keys of editing belong to the field. */
export function typing(event: KeyboardEvent): boolean {
  const { target } = event;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}

function commandOf(event: KeyboardEvent): CommandName | undefined {
  return commandNames.find((name) => {
    const { key, menu } = commands[name];
    if (key === null || !matches(event, key)) return false;
    return !typing(event) || !ofFields.has(menu);
  });
}

/** Binds the keys and the menu. Called once, at the start of the window. */
export function listenForCommands() {
  window.addEventListener(
    'keydown',
    (event) => {
      const name = commandOf(event);
      if (keepKey(event) || (name && give(name))) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true,
  );
  listen('command', ({ name }) => give(name));
}
