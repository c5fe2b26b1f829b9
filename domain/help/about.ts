import { z } from 'zod';

/** Where something lies that a person may want to find. */
export const KnownPlace = z.enum(['library', 'backups', 'settings', 'log', 'program', 'chromium']);
export type KnownPlace = z.infer<typeof KnownPlace>;

/** What the program says of itself. Nothing in it comes from a cable. */
export const About = z.strictObject({
  /** Names and versions: of the program, what it runs on, and the system. */
  versions: z.array(z.strictObject({ name: z.string().min(1), version: z.string().min(1) })),
  /** Files and folders that are there. */
  places: z.array(z.strictObject({ place: KnownPlace, path: z.string().min(1) })),
});
export type About = z.infer<typeof About>;

/** What the places are called. */
export const placeNames: Readonly<Record<KnownPlace, string>> = {
  library: 'This library',
  backups: 'Backups',
  settings: 'Settings of the desk',
  log: 'Log',
  program: 'Program',
  chromium: 'Licences of Chromium',
};

/** What the program says of itself as a text that can be put into a report. */
export function reportOf({ versions, places }: About): string {
  return [
    ...versions.map(({ name, version }) => `${name}: ${version}`),
    ...places.map(({ place, path }) => `${placeNames[place]}: ${path}`),
  ].join('\n');
}
