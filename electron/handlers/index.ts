import type { AllHandlers } from '../context.ts';
import { annotation } from './annotation.ts';
import { cable } from './cable.ts';
import { importing } from './import.ts';
import { journal } from './journal.ts';
import { library } from './library.ts';
import { proposal } from './proposal.ts';
import { rule } from './rule.ts';
import { settings } from './settings.ts';
import { tag } from './tag.ts';
import { window } from './window.ts';

/** The handler of every request. A request without one is a type error here. */
export const handlers: AllHandlers = {
  ...library,
  ...cable,
  ...importing,
  ...annotation,
  ...proposal,
  ...rule,
  ...tag,
  ...journal,
  ...settings,
  ...window,
};
