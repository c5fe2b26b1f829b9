import { WidgetType } from '@codemirror/view';
import type { Side } from '../../domain/annotation/annotation.ts';

/** Makes an element with a class and text. */
function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A page break: a small bar in the line and the page in the margin (TEI `pb`). */
export class PageBreakSign extends WidgetType {
  readonly label: string | null;

  constructor(label: string | null) {
    super();
    this.label = label;
  }

  override eq(other: PageBreakSign) {
    return other.label === this.label;
  }

  override toDOM() {
    const name = this.label === null ? 'page' : `p. ${this.label}`;
    const sign = element('span', 'page-break');
    sign.setAttribute('role', 'img');
    sign.setAttribute('aria-label', this.label === null ? 'Page break' : `Page ${this.label}`);
    // Drawn by the style sheet: what is read and copied is the text alone.
    sign.dataset['page'] = name;
    return sign;
  }
}

/** The mark of a note reference, superscript; `text` is the note's, null where the list has none. */
export class NoteMarkSign extends WidgetType {
  readonly mark: string;
  readonly text: string | null;

  constructor(mark: string, text: string | null) {
    super();
    this.mark = mark;
    this.text = text;
  }

  override eq(other: NoteMarkSign) {
    return other.mark === this.mark && other.text === this.text;
  }

  override toDOM() {
    const sign = element('sup', 'note-mark');
    sign.dataset['mark'] = this.mark;
    sign.setAttribute('role', 'img');
    sign.setAttribute(
      'aria-label',
      this.text === null
        ? `Note mark ${this.mark}, no such note`
        : `Note ${this.mark}: ${this.text}`,
    );
    return sign;
  }
}

/** How much of a removed text is shown in its place, in UTF-16 code units. */
const LONGEST_REMOVED = 240;

/** What left the reading text, shown in its place. */
export class RemovedSign extends WidgetType {
  readonly text: string;
  readonly struck: boolean;

  constructor(text: string, struck: boolean) {
    super();
    this.text = text;
    this.struck = struck;
  }

  override eq(other: RemovedSign) {
    return other.text === this.text && other.struck === this.struck;
  }

  override toDOM() {
    const words = this.text.trim().replace(/\s+/gu, ' ');
    const shown =
      words.length > LONGEST_REMOVED ? `${words.slice(0, LONGEST_REMOVED - 1).trimEnd()}…` : words;
    return element('span', this.struck ? 'removed-here struck' : 'removed-here', ` ${shown} `);
  }
}

/** Where an emendation has taken words away, on the original where it has put words in. */
export class EmendedSign extends WidgetType {
  readonly side: Side;

  constructor(side: Side) {
    super();
    this.side = side;
  }

  override eq(other: EmendedSign) {
    return other.side === this.side;
  }

  override toDOM() {
    const sign = element('span', 'emended-here');
    sign.setAttribute('role', 'img');
    sign.setAttribute(
      'aria-label',
      this.side === 'transcription' ? 'Emended: words taken away' : 'Emended: words put in',
    );
    return sign;
  }
}

/** One note of the list at the foot of the transcription. */
export interface FootNote {
  /** The mark that refers to it, or where nothing does the number it is listed under. */
  readonly mark: string;
  readonly text: string;
  /** Lights the note in the original. */
  readonly show: () => void;
}

/** The list of notes at the foot of the transcription, as in a printed edition. */
export class NotesSign extends WidgetType {
  readonly notes: readonly FootNote[];

  constructor(notes: readonly FootNote[]) {
    super();
    this.notes = notes;
  }

  override eq(other: NotesSign) {
    return other.notes === this.notes;
  }

  override get estimatedHeight() {
    return 40 + this.notes.length * 44;
  }

  override toDOM() {
    const section = element('section', 'notes');
    section.setAttribute('aria-label', 'Notes of the edition');
    const list = section.appendChild(element('ol', 'notes-list'));
    for (const note of this.notes) list.append(footNote(note));
    return section;
  }

  override ignoreEvent() {
    return true;
  }
}

function footNote({ mark, text, show }: FootNote): HTMLElement {
  const item = element('li', 'notes-note');
  const button = element('button', 'notes-mark', mark);
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', `Show note ${mark} in the original`);
  button.addEventListener('click', show);
  item.append(button, element('span', 'notes-text', text));
  return item;
}
