import { z } from 'zod';

/** Where a command stands in the menu; null for those that only the palette and the keys reach. */
export type MenuName =
  | 'File'
  | 'Edit'
  | 'View'
  | 'Search'
  | 'Annotate'
  | 'Tags'
  | 'Correct'
  | 'Go'
  | 'Help';

interface CommandEntry {
  readonly title: string;
  readonly menu: MenuName;
  /** The key in Electron's accelerator notation, null where the command has none. */
  readonly key: string | null;
}

/**
 * Everything a person can tell the program to do, in the order of the menus. The menu, the command
 * palette, the keys and the list of keys in the help are all made from this one table.
 */
export const commands = {
  'library.new': { title: 'New library…', menu: 'File', key: 'CmdOrCtrl+Shift+N' },
  'library.open': { title: 'Open library…', menu: 'File', key: 'CmdOrCtrl+O' },
  'import.files': { title: 'Import files…', menu: 'File', key: 'CmdOrCtrl+I' },
  'import.folder': { title: 'Import folder…', menu: 'File', key: 'CmdOrCtrl+Shift+I' },
  'import.resume': { title: 'Go on with the import that was stopped', menu: 'File', key: null },
  'import.report': { title: 'Report of the last import…', menu: 'File', key: null },
  'export.open': { title: 'Export…', menu: 'File', key: 'CmdOrCtrl+Alt+E' },
  'coming.choose': { title: 'Import annotations…', menu: 'File', key: 'CmdOrCtrl+Alt+I' },
  'cable.print': { title: 'Print the cable…', menu: 'File', key: 'CmdOrCtrl+P' },
  'cable.savePdf': { title: 'Save the cable as PDF…', menu: 'File', key: null },
  'package.save': { title: 'Save a package…', menu: 'File', key: null },
  'merge.choose': { title: 'Merge a package or library…', menu: 'File', key: 'CmdOrCtrl+Alt+G' },
  'conflict.list': { title: 'Conflicts to decide…', menu: 'File', key: 'CmdOrCtrl+Alt+C' },
  'backup.make': { title: 'Back up now', menu: 'File', key: null },
  'backup.list': { title: 'Backups…', menu: 'File', key: 'CmdOrCtrl+Alt+B' },
  'library.verify': { title: 'Verify the library…', menu: 'File', key: 'CmdOrCtrl+Alt+V' },
  'library.table': { title: 'Cables as a table…', menu: 'File', key: 'CmdOrCtrl+Shift+B' },
  'library.discarded': { title: 'Deleted cables…', menu: 'File', key: null },
  'cable.discard': { title: 'Delete the cable', menu: 'File', key: null },
  'journal.undo': { title: 'Undo', menu: 'Edit', key: 'CmdOrCtrl+Z' },
  'journal.redo': { title: 'Redo', menu: 'Edit', key: 'CmdOrCtrl+Shift+Z' },
  'select.word': { title: 'Select the word', menu: 'Edit', key: 'CmdOrCtrl+Alt+W' },
  'select.sentence': { title: 'Select the sentence', menu: 'Edit', key: 'CmdOrCtrl+Alt+S' },
  'select.paragraph': { title: 'Select the paragraph', menu: 'Edit', key: 'CmdOrCtrl+Alt+P' },
  'settings.name': { title: 'Your name…', menu: 'Edit', key: null },
  'search.find': { title: 'Search the library', menu: 'Search', key: 'CmdOrCtrl+F' },
  'search.clear': { title: 'Clear the search', menu: 'Search', key: null },
  'search.next': { title: 'Next place found in the cable', menu: 'Search', key: 'F3' },
  'search.previous': {
    title: 'Previous place found in the cable',
    menu: 'Search',
    key: 'Shift+F3',
  },
  'search.selection': {
    title: 'Search for the selected words',
    menu: 'Search',
    key: 'CmdOrCtrl+Shift+V',
  },
  'search.concordance': { title: 'Concordance…', menu: 'Search', key: 'CmdOrCtrl+Shift+K' },
  'search.timeline': { title: 'Time line…', menu: 'Search', key: 'CmdOrCtrl+Shift+Y' },
  'search.save': { title: 'Keep this search…', menu: 'Search', key: null },
  'search.saved': { title: 'Kept searches…', menu: 'Search', key: null },
  'reference.missing': { title: 'References that lead nowhere…', menu: 'Search', key: null },
  'reference.graph': { title: 'Who cites whom…', menu: 'Search', key: 'CmdOrCtrl+Shift+X' },
  'annotation.highlight': {
    title: 'Highlight the selection',
    menu: 'Annotate',
    key: 'CmdOrCtrl+H',
  },
  'annotation.tag': { title: 'Tag the selection…', menu: 'Annotate', key: 'CmdOrCtrl+T' },
  'annotation.note': {
    title: 'Write a note on the selection…',
    menu: 'Annotate',
    key: 'CmdOrCtrl+M',
  },
  'annotation.again': {
    title: 'Put the last tags on the selection again',
    menu: 'Annotate',
    key: 'CmdOrCtrl+E',
  },
  'annotation.addRange': {
    title: 'Add the selection to the chosen annotation',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Shift+E',
  },
  'annotation.takeRange': {
    title: 'Take the selection out of the chosen annotation',
    menu: 'Annotate',
    key: null,
  },
  'annotation.startEarlier': {
    title: 'Begin the annotation a word earlier',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+Shift+Left',
  },
  'annotation.startLater': {
    title: 'Begin the annotation a word later',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+Shift+Right',
  },
  'annotation.endEarlier': {
    title: 'End the annotation a word earlier',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+Left',
  },
  'annotation.endLater': {
    title: 'End the annotation a word later',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+Right',
  },
  'annotation.cable': {
    title: 'Annotate the whole cable',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+M',
  },
  'annotation.link': {
    title: 'Link the chosen annotation…',
    menu: 'Annotate',
    key: 'CmdOrCtrl+L',
  },
  'annotation.copyLink': {
    title: 'Copy a link to the chosen annotation',
    menu: 'Annotate',
    key: null,
  },
  'cable.copyLink': { title: 'Copy a link to the cable', menu: 'Annotate', key: null },
  'annotation.mark': {
    title: 'Take the annotation among those to act on',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+X',
  },
  'annotation.markAll': {
    title: 'Act on all annotations shown',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+A',
  },
  'annotation.filter': {
    title: 'Filter annotations…',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+F',
  },
  'occurrence.open': {
    title: 'Find other occurrences…',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Shift+O',
  },
  'annotation.sic': {
    title: 'Mark as the typist’s slip (sic)',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Shift+S',
  },
  'annotation.delete': {
    title: 'Delete the chosen annotation',
    menu: 'Annotate',
    // Without Shift the key takes a word out of the transcription.
    key: 'CmdOrCtrl+Shift+Backspace',
  },
  'annotation.next': { title: 'Next annotation', menu: 'Annotate', key: 'CmdOrCtrl+Alt+Down' },
  'annotation.previous': {
    title: 'Previous annotation',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+Up',
  },
  'annotation.place': {
    title: 'Place the annotation on the selection',
    menu: 'Annotate',
    key: 'CmdOrCtrl+Alt+H',
  },
  'annotation.tray': {
    title: 'Go to annotations without a place',
    menu: 'Annotate',
    key: null,
  },
  'proposal.next': { title: 'Next proposal', menu: 'Correct', key: 'CmdOrCtrl+J' },
  'proposal.previous': { title: 'Previous proposal', menu: 'Correct', key: 'CmdOrCtrl+Shift+J' },
  'proposal.accept': { title: 'Accept the proposal', menu: 'Correct', key: 'CmdOrCtrl+Enter' },
  'proposal.reject': {
    title: 'Reject the proposal',
    menu: 'Correct',
    key: 'CmdOrCtrl+Shift+Enter',
  },
  'proposal.takeBack': { title: 'Take the decision back', menu: 'Correct', key: null },
  'proposal.acceptInCable': {
    title: 'Accept all of this rule in this cable',
    menu: 'Correct',
    key: 'CmdOrCtrl+Alt+Enter',
  },
  'proposal.rejectInCable': {
    title: 'Reject all of this rule in this cable',
    menu: 'Correct',
    key: null,
  },
  'proposal.decideInLibrary': {
    title: 'Decide on all of this rule in the library…',
    menu: 'Correct',
    key: null,
  },
  'review.corrected': {
    title: 'Mark as corrected',
    menu: 'Correct',
    key: 'CmdOrCtrl+Shift+C',
  },
  'review.proofread': {
    title: 'Mark as proofread',
    menu: 'Correct',
    key: 'CmdOrCtrl+Shift+P',
  },
  'review.clear': { title: 'Leave the state to the cleaning', menu: 'Correct', key: null },
  'emendation.next': { title: 'Next emendation', menu: 'Correct', key: 'CmdOrCtrl+D' },
  'emendation.previous': {
    title: 'Previous emendation',
    menu: 'Correct',
    key: 'CmdOrCtrl+Shift+D',
  },
  'emendation.explain': {
    title: 'Give the reason of the emendation…',
    menu: 'Correct',
    key: 'CmdOrCtrl+Shift+M',
  },
  'emendation.takeBack': { title: 'Take the emendation back', menu: 'Correct', key: null },
  'history.compare': {
    title: 'Compare with an earlier revision…',
    menu: 'Correct',
    key: 'CmdOrCtrl+Shift+H',
  },
  'history.restore': { title: 'Restore the chosen revision', menu: 'Correct', key: null },
  'witness.collate': {
    title: 'Collate with another witness…',
    menu: 'Correct',
    key: null,
  },
  'alike.open': { title: 'Emend alike…', menu: 'Correct', key: 'CmdOrCtrl+Shift+F' },
  'rule.edit': { title: 'Rules of cleaning…', menu: 'Correct', key: null },
  'tag.edit': { title: 'Edit tags…', menu: 'Tags', key: 'CmdOrCtrl+Shift+T' },
  'vocabulary.starter': { title: 'Take tags for diplomatic cables…', menu: 'Tags', key: null },
  'vocabulary.import': { title: 'Import tags…', menu: 'Tags', key: null },
  'vocabulary.export': { title: 'Export tags…', menu: 'Tags', key: null },
  'gazetteer.edit': { title: 'Gazetteer and glossary…', menu: 'Tags', key: 'CmdOrCtrl+Shift+G' },
  'relation.types': { title: 'Kinds of links…', menu: 'Tags', key: null },
  'statistics.open': { title: 'Use of tags…', menu: 'Tags', key: 'CmdOrCtrl+Shift+U' },
  'agreement.open': { title: 'Compare two annotators…', menu: 'Tags', key: 'CmdOrCtrl+Shift+A' },
  'cable.next': { title: 'Next cable', menu: 'Go', key: 'CmdOrCtrl+Down' },
  'cable.previous': { title: 'Previous cable', menu: 'Go', key: 'CmdOrCtrl+Up' },
  'reference.follow': { title: 'Open the cable that is referred to', menu: 'Go', key: 'F4' },
  'reference.next': { title: 'Next reference', menu: 'Go', key: null },
  'go.back': { title: 'Back to where you were', menu: 'Go', key: 'Alt+Left' },
  'go.forward': { title: 'On to where you went back from', menu: 'Go', key: 'Alt+Right' },
  'go.library': { title: 'Go to the library list', menu: 'Go', key: 'F6' },
  'go.original': { title: 'Go to the original', menu: 'Go', key: 'F7' },
  'go.transcription': { title: 'Go to the transcription', menu: 'Go', key: 'F8' },
  'go.inspector': { title: 'Go to the inspector', menu: 'Go', key: 'F9' },
  'inspector.annotations': { title: 'Show annotations', menu: 'View', key: 'CmdOrCtrl+1' },
  'inspector.apparatus': { title: 'Show apparatus', menu: 'View', key: 'CmdOrCtrl+2' },
  'inspector.cable': { title: 'Show cable data', menu: 'View', key: 'CmdOrCtrl+3' },
  'inspector.history': { title: 'Show history', menu: 'View', key: 'CmdOrCtrl+4' },
  'inspector.suggestions': { title: 'Show names to be tagged', menu: 'View', key: 'CmdOrCtrl+5' },
  'view.theme': { title: 'Switch between light and dark', menu: 'View', key: 'CmdOrCtrl+Shift+L' },
  'view.removed': {
    title: 'Show what left the text in its place',
    menu: 'View',
    key: 'CmdOrCtrl+Shift+R',
  },
  'view.explain': { title: 'Explain what stands at the caret', menu: 'View', key: 'F2' },
  'palette.open': { title: 'All commands…', menu: 'Help', key: 'CmdOrCtrl+K' },
  'help.keys': { title: 'Keys', menu: 'Help', key: 'F1' },
  'help.log': { title: 'Show the log', menu: 'Help', key: null },
  'help.tour': { title: 'Take the tour', menu: 'Help', key: null },
  'help.rules': { title: 'Catalogue of rules…', menu: 'Help', key: null },
  'help.exports': { title: 'What each format loses…', menu: 'Help', key: null },
  'help.about': { title: 'About Cablewright…', menu: 'Help', key: null },
  'help.licences': { title: 'Licences…', menu: 'Help', key: null },
} as const satisfies Record<string, CommandEntry>;

/** The name of a command. */
export type CommandName = keyof typeof commands;

/** The names of all commands, in the table's order. */
export const commandNames = Object.keys(commands) as CommandName[];

/** A command's name on its way from the menu to the window. */
export const Command = z.enum(commandNames as [CommandName, ...CommandName[]]);
