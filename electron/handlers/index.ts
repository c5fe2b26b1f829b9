import type { AllHandlers } from '../context.ts';
import { alike } from './alike.ts';
import { annotation } from './annotation.ts';
import { cable } from './cable.ts';
import { emendation } from './emendation.ts';
import { importing } from './import.ts';
import { journal } from './journal.ts';
import { library } from './library.ts';
import { metadata } from './metadata.ts';
import { proposal } from './proposal.ts';
import { review } from './review.ts';
import { revision } from './revision.ts';
import { rule } from './rule.ts';
import { settings } from './settings.ts';
import { tag } from './tag.ts';
import { transcription } from './transcription.ts';
import { window } from './window.ts';
import { witness } from './witness.ts';

/** The handler of every request. A request without one is a type error here. */
export const handlers: AllHandlers = {
  ...library,
  ...cable,
  ...importing,
  ...annotation,
  ...transcription,
  ...emendation,
  ...revision,
  ...review,
  ...metadata,
  ...alike,
  ...witness,
  ...proposal,
  ...rule,
  ...tag,
  ...journal,
  ...settings,
  ...window,
};
