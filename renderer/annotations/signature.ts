import type { Annotation } from '../../domain/annotation/annotation.ts';

const thisYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const anyYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A time as a card tells it: with the hour in this year, else with the year. */
function when(time: string, now: Date): string {
  const date = new Date(time);
  return (date.getFullYear() === now.getFullYear() ? thisYear : anyYear).format(date);
}

/** Who made an annotation, when it was made and changed last, and on which side it stands. */
export function signature(
  { creator, created, modified, targets }: Annotation,
  now = new Date(),
): string {
  const made = when(created, now);
  const changed = when(modified, now);
  const sameDay = new Date(created).toDateString() === new Date(modified).toDateString();
  const later = sameDay ? hour.format(new Date(modified)) : changed;
  const times = made === changed ? [made] : [made, `changed ${later}`];
  const sides = new Set(targets.map(({ side }) => `on the ${side}`));
  const where = sides.size > 1 ? ['on both sides'] : sides;
  return [creator, ...times, ...where].filter((part) => part !== '').join(' · ');
}

/** What an adjudicator has said of an annotation; null where nothing was said. */
export function verdictWords({ verdict }: Annotation, now = new Date()): string | null {
  if (verdict === null) return null;
  const words = {
    accepted: 'Accepted',
    rejected: 'Rejected',
    merged: 'Merged into another annotation',
  };
  const by = verdict.by === '' ? '' : ` by ${verdict.by}`;
  return `${words[verdict.value]}${by} · ${when(verdict.time, now)}`;
}
