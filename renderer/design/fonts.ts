import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource/courier-prime/400.css';
import '@fontsource/ibm-plex-sans/400.css';
import '@fontsource/ibm-plex-sans/500.css';
import '@fontsource/ibm-plex-sans/600.css';

/** The faces in which the desk is first seen. */
const faces = [
  '400 16px "Source Serif 4 Variable"',
  'italic 400 16px "Source Serif 4 Variable"',
  '400 13px "Courier Prime"',
  '400 13px "IBM Plex Sans"',
  '500 13px "IBM Plex Sans"',
  '600 13px "IBM Plex Sans"',
];

/**
 * Loads the faces before anything is set in them. A text that changes its face while it is read would
 * break its lines anew and lose the reader's place. Kept even where a face fails to load.
 */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled(faces.map((face) => document.fonts.load(face)));
}
