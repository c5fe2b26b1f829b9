import { useEffect } from 'react';
import { useCommand } from '../commands/commands.ts';
import { keepTrail, useTrail, walk } from './trail.ts';

/** Goes back to the cable the reader has come from, and on again. */
export function TrailCommands() {
  const { back, on } = useTrail();
  useEffect(keepTrail, []);
  useCommand('go.back', () => walk('back'), back.length > 0);
  useCommand('go.forward', () => walk('on'), on.length > 0);
  return null;
}
