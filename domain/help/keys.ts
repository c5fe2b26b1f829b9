import { commandNames, commands } from '../command.ts';
import { keyLabel } from '../key.ts';
import { placeKeys } from '../place-keys.ts';

/** A line of the page of keys: what is done, and the keys that do it, as the reader sees them. */
export interface KeyLine {
  readonly does: string;
  readonly keys: readonly string[];
}

/** Lines under one heading: a menu with its commands, or a place with keys of its own. */
export interface KeySection {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** The page of keys: every command, menu by menu, then what holds in a place only. */
export function keySections(mac: boolean): KeySection[] {
  const menus = new Map<string, KeyLine[]>();
  for (const name of commandNames) {
    const { menu, title, key } = commands[name];
    const line = { does: title, keys: key === null ? [] : [keyLabel(key, mac)] };
    menus.set(menu, [...(menus.get(menu) ?? []), line]);
  }
  return [
    ...[...menus].map(([title, lines]) => ({ title, lines })),
    ...placeKeys.map(({ place, keys }) => ({
      title: place,
      lines: keys.map((one) => ({
        does: one.does,
        keys: one.keys.map((key) => keyLabel(key, mac)),
      })),
    })),
  ];
}

/** The lines in which all words of `sought` stand: in what is done, its heading or its keys. */
export function keysWith(sections: readonly KeySection[], sought: string): KeySection[] {
  const words = folded(sought).split(/\s+/u);
  return sections.flatMap(({ title, lines }) => {
    const found = lines.filter(({ does, keys }) => {
      const all = folded([title, does, ...keys].join(' '));
      return words.every((word) => all.includes(word));
    });
    return found.length === 0 ? [] : [{ title, lines: found }];
  });
}

function folded(words: string): string {
  return words.trim().toLowerCase();
}
