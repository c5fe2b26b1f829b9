import { config } from 'zod';

// The strict script policy of the window forbids making functions from text. The validator must not
// even try, so this file comes before every other that knows a validator.
config({ jitless: true });
