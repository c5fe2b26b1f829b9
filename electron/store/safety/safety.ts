/** How a store keeps its libraries safe. */
export interface Safety {
  /** The folder that holds a folder of backups for each library; null where backups are off. */
  readonly backups: string | null;
  /** Whether backups are made unasked: soon after opening, every so many minutes, and at closing. */
  readonly automatic: boolean;
}

/** No backups, as for a library that lives for the length of a test. */
export const UNSAFE: Safety = { backups: null, automatic: false };
