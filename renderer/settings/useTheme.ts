import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Theme } from '../../domain/settings.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { queryClient, useSettings } from '../desk/queries.ts';

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

/**
 * What was told last. Who reads `matches` between a change and its event has taken note of the change for
 * Chromium, which then tells nobody else: so it is read once, and not whenever something is drawn.
 */
let isDark = darkSystem.matches;
darkSystem.addEventListener('change', ({ matches }) => {
  isDark = matches;
});

function hearSystem(changed: () => void) {
  darkSystem.addEventListener('change', changed);
  return () => darkSystem.removeEventListener('change', changed);
}

/** Whether the window is light or dark at this moment. */
export function useShownTheme(): Exclude<Theme, 'system'> {
  const theme = useSettings().data?.theme ?? 'system';
  const dark = useSyncExternalStore(hearSystem, () => isDark);
  if (theme !== 'system') return theme;
  return dark ? 'dark' : 'light';
}

/** Dresses the window in the theme of the settings, and switches it on command. */
export function useTheme() {
  const shown = useShownTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = shown;
  }, [shown]);
  useCommand('view.theme', async () => {
    const theme = shown === 'dark' ? 'light' : 'dark';
    queryClient.setQueryData(['settings'], await request('settings.change', { theme }));
  });
}
