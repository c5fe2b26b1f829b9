import { startDisplay } from '../../scripts/setup/display.mjs';

/** Before all tests: a virtual display where there is none. What comes back ends it after them. */
export default async function provideDisplay(): Promise<() => Promise<void>> {
  const stop = await startDisplay();
  return async () => stop?.();
}
