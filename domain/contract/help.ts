import { z } from 'zod';
import { About, KnownPlace } from '../help/about.ts';
import { Licence } from '../help/licence.ts';
import { nothing, type Requests } from './request.ts';

/** Requests of the help. */
export const helpRequests = {
  /** The reader asks what program this is, and where what it keeps lies. */
  'help.about': { input: nothing, output: About },
  /** The reader has one of these places shown in the system's own window of files. */
  'help.show': { input: z.strictObject({ place: KnownPlace }), output: nothing },
  /** The reader asks for the licences of what the program is made of. */
  'help.licences': { input: nothing, output: z.array(Licence) },

  /** The reader prints the page of keys; false where the system's dialog was left. */
  'help.printKeys': { input: nothing, output: z.strictObject({ printed: z.boolean() }) },
  /** The reader saves the page of keys as PDF; null where the dialog was left. */
  'help.saveKeys': {
    input: nothing,
    output: z.strictObject({ fileName: z.string() }).nullable(),
  },
} as const satisfies Requests;
