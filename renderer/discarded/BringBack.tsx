import { Button } from 'react-aria-components';
import { FailureError } from '../../domain/failure.ts';
import { report } from '../desk/desk.ts';
import { restoreCables } from './restoring.ts';

/** Whether something failed because a cable has been deleted. */
export function isDiscarded(error: unknown): boolean {
  return error instanceof FailureError && error.code === 'discarded';
}

/** Brings a deleted cable back, from where somebody has met it. */
export function BringBack({ id }: { readonly id: string }) {
  return (
    <Button className="link" onPress={() => void restoreCables([id]).catch(report)}>
      Bring it back
    </Button>
  );
}
