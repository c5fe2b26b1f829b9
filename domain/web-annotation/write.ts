import type { Writer } from '../exchange/writer.ts';
import { fail } from '../failure.ts';

/** W3C Web Annotation (JSON-LD). */
export const webAnnotation: Writer = {
  write: () => fail('unexpected', 'This is not built yet.'),
  losses: () => fail('unexpected', 'This is not built yet.'),
};
