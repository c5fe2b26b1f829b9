import type { AllHandlers } from '../context.ts';
import { agreement } from './agreement.ts';
import { alike } from './alike.ts';
import { annotation } from './annotation.ts';
import { cable } from './cable.ts';
import { cables } from './cables.ts';
import { coming } from './coming.ts';
import { concordance } from './concordance.ts';
import { backup } from './backup.ts';
import { exporting } from './export.ts';
import { conflict, merging, packages } from './merge.ts';
import { emendation } from './emendation.ts';
import { file } from './file.ts';
import { gazetteer } from './gazetteer.ts';
import { help } from './help.ts';
import { importing } from './import.ts';
import { journal } from './journal.ts';
import { library } from './library.ts';
import { log } from './log.ts';
import { metadata } from './metadata.ts';
import { occurrence } from './occurrence.ts';
import { proposal } from './proposal.ts';
import { reference } from './reference.ts';
import { relation, relationType } from './relation.ts';
import { review } from './review.ts';
import { revision } from './revision.ts';
import { rule } from './rule.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { tag } from './tag.ts';
import { transcription } from './transcription.ts';
import { statistics, vocabulary } from './vocabulary.ts';
import { window } from './window.ts';
import { witness } from './witness.ts';

/** The handler of every request. A request without one is a type error here. */
export const handlers: AllHandlers = {
  ...library,
  ...cable,
  ...cables,
  ...search,
  ...concordance,
  ...reference,
  ...importing,
  ...annotation,
  ...relation,
  ...relationType,
  ...occurrence,
  ...agreement,
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
  ...vocabulary,
  ...statistics,
  ...gazetteer,
  ...exporting,
  ...coming,
  ...backup,
  ...packages,
  ...merging,
  ...conflict,
  ...journal,
  ...settings,
  ...file,
  ...window,
  ...log,
  ...help,
};
