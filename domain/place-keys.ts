/** What some keys do where the focus is. Keys are in Electron's accelerator notation. */
export interface PlaceKey {
  readonly keys: readonly string[];
  readonly does: string;
}

/** A place of the window that has keys of its own. */
export interface KeyPlace {
  readonly place: string;
  readonly keys: readonly PlaceKey[];
}

const moving = ['Up', 'Down', 'PageUp', 'PageDown', 'Home', 'End'];

/**
 * The keys that hold in a place only, beside those of the commands, which hold everywhere. What every
 * program does (Tab to the next control, blank or Enter to press a button, the keys of moving and
 * selecting in a text) is told once.
 */
export const placeKeys: readonly KeyPlace[] = [
  {
    place: 'Everywhere',
    keys: [
      { keys: ['Tab', 'Shift+Tab'], does: 'To the next control, and the one before' },
      { keys: ['Enter', 'Space'], does: 'Press the button that has the focus' },
      { keys: ['Escape'], does: 'Put away what is open: a failure, a sheet, a menu, a field' },
      { keys: ['CmdOrCtrl+X', 'CmdOrCtrl+C', 'CmdOrCtrl+V'], does: 'Cut, copy, paste' },
      { keys: ['CmdOrCtrl+A'], does: 'Select all of a text or field' },
      {
        keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+-', 'CmdOrCtrl+0'],
        does: 'Larger, smaller, as it was',
      },
    ],
  },
  {
    place: 'In both texts',
    keys: [
      { keys: ['Shift+Left', 'Shift+Right'], does: 'Select character by character' },
      { keys: ['CmdOrCtrl+Left', 'CmdOrCtrl+Right'], does: 'Word by word; with Shift it selects' },
      { keys: ['CmdOrCtrl+Home', 'CmdOrCtrl+End'], does: 'To the beginning, to the end' },
      {
        keys: ['Alt+A–Z'],
        does: 'Put a tag on what is selected, or on the chosen annotation: Alt and the key that the tag was given under Edit tags',
      },
      { keys: ['Escape'], does: 'Let go of the annotations marked to act on' },
    ],
  },
  {
    place: 'In lists (cables, annotations, apparatus, history, names)',
    keys: [
      { keys: moving, does: 'Go through the list' },
      { keys: ['Enter'], does: 'Take, or open, what is chosen' },
      { keys: ['Space'], does: 'Take it; where lines have a box, mark it; tag a name' },
      { keys: ['Delete'], does: 'Put a name that was found away' },
    ],
  },
  {
    place: 'In the search field',
    keys: [
      { keys: ['Down', 'Up'], does: 'What could be written here' },
      { keys: ['Enter'], does: 'Take what is offered; else go to the first cable found' },
      { keys: ['Tab'], does: 'Take what is offered' },
      { keys: ['F3', 'Shift+F3'], does: 'To the next place found in the cable, to the one before' },
      { keys: ['Escape'], does: 'Put the offer away, then leave the field' },
    ],
  },
  {
    place: 'In the time line',
    keys: [
      { keys: ['Left', 'Right', 'PageUp', 'PageDown', 'Home', 'End'], does: 'Go through the bars' },
      { keys: ['Shift+Left', 'Shift+Right'], does: 'Choose a stretch of time' },
      { keys: ['Enter', 'Space'], does: 'Choose the one bar' },
      { keys: ['Escape'], does: 'Take the choice back' },
    ],
  },
  {
    place: 'In the table of cables',
    keys: [
      { keys: moving, does: 'Go through the rows; with Shift mark on the way' },
      { keys: ['A–Z'], does: 'What is typed: to the row that begins so' },
      { keys: ['Space'], does: 'Mark the row' },
      { keys: ['CmdOrCtrl+A'], does: 'Mark all' },
      { keys: ['Enter'], does: 'Open the cable' },
      { keys: ['Delete'], does: 'Delete the cables marked, or the one at hand' },
      { keys: ['Shift+F10'], does: 'What can be done with the row' },
      { keys: ['Escape'], does: 'Take the marks away' },
      { keys: ['Left', 'Right'], does: 'On a head: to the next column' },
      { keys: ['Shift+Left', 'Shift+Right'], does: 'On a head: narrower, wider' },
      { keys: ['Alt+Left', 'Alt+Right'], does: 'On a head: move the column' },
    ],
  },
  {
    place: 'In the concordance',
    keys: [
      { keys: moving, does: 'Go through the lines; with Shift mark on the way' },
      { keys: ['Space'], does: 'Mark the line' },
      { keys: ['CmdOrCtrl+A'], does: 'Mark all lines' },
      { keys: ['Enter'], does: 'Go to the place' },
    ],
  },
  {
    place: 'In a comparison of texts',
    keys: [
      { keys: ['N', 'P'], does: 'Next difference, the one before' },
      { keys: ['Up', 'Down', 'Home', 'End'], does: 'In the text: from difference to difference' },
      { keys: ['Enter'], does: 'Take the reading over' },
    ],
  },
  {
    place: 'When two annotators are compared',
    keys: [
      { keys: ['1', '2'], does: 'Accept the first, the second' },
      { keys: ['B'], does: 'Accept both' },
      { keys: ['X'], does: 'Reject both' },
      { keys: ['M'], does: 'Merge them into one' },
      { keys: ['Backspace'], does: 'Take it back' },
      { keys: ['N'], does: 'To the next that is not decided' },
    ],
  },
  {
    place: 'In a note',
    keys: [{ keys: ['Escape'], does: 'Keep the note and go back to the text' }],
  },
];
