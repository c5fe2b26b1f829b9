import { z } from 'zod';
import { defaultColumns, TableColumns } from './library/columns.ts';
import { FacetName } from './search/facet.ts';

/** Light, dark, or as the system says. */
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** How far a person has come with the tour: the step it is at, null before it was begun; and whether it is over, taken or declined. */
export const Tour = z.strictObject({ step: z.string().nullable(), over: z.boolean() });
export type Tour = z.infer<typeof Tour>;

/** The tour of somebody who is new at the desk. */
export const newTour: Tour = { step: null, over: false };

/** What belongs to the desk and not to a library. `creator` signs all that a person does; `asked` says whether the person has been asked for it. */
export const Settings = z.strictObject({
  theme: Theme,
  creator: z.string(),
  // Settings from before nobody was asked do not say it.
  asked: z.boolean().default(false),
  // Nor do they know the table of cables; one of another time does not spoil the rest.
  table: TableColumns.default(defaultColumns).catch(defaultColumns),
  /** The facets that stand open beside the search. */
  facets: z.array(FacetName).default([]).catch([]),
  tour: Tour.default(newTour).catch(newTour),
});
export type Settings = z.infer<typeof Settings>;

/** What is changed of the settings. What is left out stays as it is: here nothing has a default. */
export const SettingsChange = z.strictObject({
  theme: Theme.optional(),
  creator: z.string().optional(),
  asked: z.boolean().optional(),
  table: TableColumns.optional(),
  facets: z.array(FacetName).optional(),
  tour: Tour.optional(),
});
export type SettingsChange = z.infer<typeof SettingsChange>;
