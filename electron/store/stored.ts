import { z } from 'zod';

const Strings = z.array(z.string());

/** A list of strings from the JSON it is stored as. Anything else throws a ZodError or a SyntaxError, which tell of a damaged library. */
export function storedStrings(json: string): string[] {
  return Strings.parse(JSON.parse(json));
}
