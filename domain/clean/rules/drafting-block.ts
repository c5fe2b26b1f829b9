import type { Line } from '../../text/lines.ts';
import { type Finding, leave, type Rule, state } from '../rule.ts';

/** `ARA:EMMartin:lh 11/19/62`: office, drafter, typist, date. */
const DRAFTER =
  /^(?:Drafted by: ?)?([A-Z][A-Z/]{0,9}): ?([A-Z][\w.’' -]{1,30}?): ?[a-z]{2,4}(?: +\d{1,2}[/-]\d{1,2}[/-]\d{2})?(?: {2,40}(?:Telegraphic transmission|Contents) and [Cc]lassification [Aa]pproved by: ?(.{2,40}))?$/;
/** `G - Mr. U. Alexis Johnson`, `White House/Mr. Bundy`, at the end of a line. */
const OFFICER =
  /(?:^|(?<= ))((?:White House|[A-Z]{1,5}(?:\/[A-Z]{1,4})?)(?: ?[-–] ?|\/)(?:Mr|Mrs|Miss|Ms|Dr|Amb|Gen)\. [A-Z][\w.’' ]{1,40})$/;

/** Who drafted and cleared a message, at the foot of the first page of the State Department's form. */
export const draftingBlock: Rule = {
  name: 'drafting-block',
  explanation:
    'The form says here who drafted, cleared and approved the message; see the metadata.',
  certainty: 'certain',
  examples: [
    'One.⏎⏎Drafted by:⏎⏎ARA:JRDoe:ab 11/19/62⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎Drafted by: EUR:RMRoe:cd 3/4/58⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎Drafted by: POL:JDoe:ab   Contents and Classification Approved by: DCM:RRoe⏎⏎Two. → One.⏎⏎Two.',
    'Drafted by the committee, it was sent. → =',
  ],
  *find({ staying, lines, foot }) {
    for (const [at, line] of staying.entries()) {
      const label = /^Drafted by:?$/i.test(line.text) && DRAFTER.test(staying[at + 1]?.text ?? '');
      if (label) yield leave(line.index, 'formField');
      else if (DRAFTER.test(line.text)) yield* drafter(line);
    }
    if (foot) yield* officers(lines.slice(foot.first, foot.last + 1));
  },
};

function* drafter(line: Line): Generator<Finding> {
  const [, office = '', name = '', approver = ''] = DRAFTER.exec(line.text) ?? [];
  const from = line.start + line.text.indexOf(`${office}:`);
  const to = line.start + line.text.indexOf(name, from - line.start) + name.length;
  yield leave(line.index, 'formField');
  yield state('drafter', `${office}:${name}`, from, to);
  if (approver) yield state('approver', approver, line.end - approver.length, line.end);
}

/** The first officer below "approved by" approved the message; the others cleared it. */
function* officers(lines: readonly Line[]): Generator<Finding> {
  let approval = false;
  let approved = false;
  for (const line of lines) {
    if (/approved by/i.test(line.text)) approval = true;
    const officer = OFFICER.exec(line.text)?.[1];
    if (!officer) continue;
    const from = line.end - officer.length;
    yield state(approval && !approved ? 'approver' : 'clearance', officer, from, line.end);
    approved = true;
  }
}
