import { type Account, accountFor } from '../../domain/annotation/account.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { useDesk } from '../desk/desk.ts';
import { useAnnotations, useCable } from '../desk/queries.ts';

/** The annotations of the cable on the desk, with the cable they were told of. */
export interface CableAccount extends Account {
  readonly cable: Cable;
}

const known = new WeakMap<readonly Annotation[], CableAccount>();

/**
 * What has become of every annotation of the cable on the desk; null until both are there. It is
 * worked out once for each state, however many parts of the window ask.
 */
export function useAccount(): CableAccount | null {
  const cableId = useDesk((desk) => desk.cableId);
  const { data: cable } = useCable(cableId);
  const { data: annotations } = useAnnotations(cableId);
  // Until another cable has come, the last one is still shown.
  if (!cable || !annotations || cable.summary.id !== cableId) return null;
  const last = known.get(annotations);
  if (last?.cable === cable) return last;
  const versions = { original: 0, transcription: cable.version };
  const account = { ...accountFor(annotations, versions), cable };
  known.set(annotations, account);
  return account;
}
