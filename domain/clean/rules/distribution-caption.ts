import { type Rule, state } from '../rule.ts';

const CAPTION =
  /\b(?:LIMIT(?:ED)? DISTRIBUTION|LIMDIS|EXDIS|NODIS|NOFORN|STADIS|NO DISTRIBUTION|EYES ONLY)\b/;

/** How far a message may be distributed (`LIMIT DISTRIBUTION`, `EXDIS`). */
export const distributionCaption: Rule = {
  name: 'distribution-caption',
  explanation:
    'How far the message may be distributed stays in the heading and stands in the metadata.',
  certainty: 'certain',
  examples: ['LIMIT DISTRIBUTION S/S⏎⏎As you know we agree to what he said. → ='],
  *find({ staying, running }) {
    for (const line of staying) {
      if (line.index >= running) return;
      const caption = line.text.length < 120 ? CAPTION.exec(line.text) : null;
      if (!caption) continue;
      const from = line.start + caption.index;
      yield state('distribution', caption[0], from, from + caption[0].length);
    }
  },
};
