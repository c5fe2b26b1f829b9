import type { TagColour } from '../../domain/tag/tag.ts';

/** How the area of each colour is drawn, as the lines of highlights are (tags/colours.css): no tag is told by colour alone. */
const HATCHES: Readonly<Record<TagColour, 'solid' | 'double' | 'dashed' | 'dotted'>> = {
  orange: 'solid',
  sky: 'double',
  green: 'dashed',
  yellow: 'dotted',
  blue: 'solid',
  vermilion: 'dashed',
  purple: 'dotted',
  grey: 'double',
};

/** A colour of the palette for the theme at hand. */
export function ink(colour: TagColour): string {
  return `var(--tag-${colour})`;
}

/** The area of a colour, for `fill`. The picture has to hold `Patterns`. */
export function area(colour: TagColour): string {
  return `url(#use-${colour})`;
}

/** The areas of some colours. */
export function Patterns({ colours }: { readonly colours: readonly TagColour[] }) {
  return (
    <defs>
      {[...new Set(colours)].map((colour) => (
        <pattern
          key={colour}
          id={`use-${colour}`}
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform={HATCHES[colour] === 'dashed' ? 'rotate(45)' : undefined}
        >
          <Hatch colour={colour} />
        </pattern>
      ))}
    </defs>
  );
}

function Hatch({ colour }: { readonly colour: TagColour }) {
  const tint = <rect width={5} height={5} fill={ink(colour)} fillOpacity={0.3} />;
  switch (HATCHES[colour]) {
    case 'solid':
      return <rect width={5} height={5} fill={ink(colour)} fillOpacity={0.8} />;
    case 'double':
    case 'dashed':
      return (
        <>
          {tint}
          <rect width={5} height={2} fill={ink(colour)} />
        </>
      );
    default:
      return (
        <>
          {tint}
          <circle cx={2.5} cy={2.5} r={1.4} fill={ink(colour)} />
        </>
      );
  }
}
