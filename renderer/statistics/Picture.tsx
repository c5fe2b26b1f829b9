import type { ReactNode, Ref } from 'react';
import type { TagColour } from '../../domain/tag/tag.ts';
import { Patterns } from './patterns.tsx';

/** The faces of a picture, named so that it looks the same outside the program, or nearly. */
export const FACE_LABELS = "'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif";
export const FACE_TITLES = "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif";

/** How wide a letter of a label is on average, in pixels. */
const LETTER = 6.4;

/** Words cut to a width, in pixels. */
export function fitted(words: string, width: number): string {
  const letters = [...words];
  const most = Math.max(1, Math.floor(width / LETTER));
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : words;
}

/** Words on one line, or on two where that has no room for them; what is more is cut. */
export function wrapped(words: string, width: number): string[] {
  const most = Math.max(1, Math.floor(width / LETTER));
  if ([...words].length <= most) return [words];
  const end = words.lastIndexOf(' ', most);
  if (end <= 0) return [fitted(words, width)];
  return [words.slice(0, end), fitted(words.slice(end + 1), width)];
}

/** The width that words take at most, in pixels. */
export function widthOf(words: readonly string[]): number {
  return Math.max(0, ...words.map((each) => [...each].length)) * LETTER;
}

interface PictureProps {
  readonly width: number;
  readonly height: number;
  /** What it shows, in a sentence. */
  readonly label: string;
  readonly colours: readonly TagColour[];
  readonly ref: Ref<SVGSVGElement>;
  readonly children: ReactNode;
}

/** The frame of every picture: its size, its faces and its areas. */
export function Picture({ width, height, label, colours, ref, children }: PictureProps) {
  return (
    <svg
      ref={ref}
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      fontFamily={FACE_LABELS}
      fontSize={12}
      fill="var(--ink)"
    >
      <Patterns colours={colours} />
      {children}
    </svg>
  );
}
