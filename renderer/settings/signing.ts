import { create } from 'zustand';
import { request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';

/** Whether the person has begun to correct, and is to be asked once for the name that signs it. */
export const useSigning = create<{ readonly due: boolean }>(() => ({ due: false }));

/** The person corrects something: the name is asked for, unless it was before. Nothing waits for the answer. */
export function signed(): void {
  if (!useSigning.getState().due) useSigning.setState({ due: true });
}

/** Keeps the name; the person is not asked again. */
export async function keepName(creator: string): Promise<void> {
  const name = creator.trim();
  const settings = await request(
    'settings.change',
    name === '' ? { asked: true } : { creator: name, asked: true },
  );
  queryClient.setQueryData(['settings'], settings);
}
