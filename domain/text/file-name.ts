/** How long a name may be before its ending, in characters; in UTF-8 it then stays below 255 bytes. */
const LONGEST = 60;

/** What no system allows in a name, or what means something to one (Windows, "Naming Files, Paths, and Namespaces"). */
const BARRED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"/\\|?*]+/gu;

/** Names that Windows keeps for devices, with whatever ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/** Words as the name of a file, without its ending, that every system takes. */
export function fileNameOf(words: string): string {
  const clean = words.normalize('NFC').replace(BARRED, ' ').replace(/\s+/gu, ' ');
  const short = [...clean.trim()].slice(0, LONGEST).join('');
  const name = short.replace(/^[.\s]+|[.\s]+$/gu, '');
  if (name === '') return 'untitled';
  return DEVICES.test(name) ? `_${name}` : name;
}

/** What the files of a cable are called: "1962-10-16 170. Telegram From". Days put them in the order of time. */
export function cableWords({ date, number, title }: Named): string {
  const words = [date?.slice(0, 10) ?? null, number === null ? null : `${number}.`, title];
  return words.filter((word) => word !== null).join(' ');
}

/** What a cable is called by. */
interface Named {
  readonly date: string | null;
  readonly number: string | null;
  readonly title: string;
}

/**
 * Gives names that differ from all given before, also where a system takes capitals and small letters
 * for the same: what is there already gets a number.
 */
export function distinctNames(): (name: string, ending: string) => string {
  const taken = new Map<string, number>();
  const key = (name: string) => name.normalize('NFKC').toLowerCase();
  return (name, ending) => {
    let whole = `${name}${ending}`;
    for (let count = (taken.get(key(whole)) ?? 0) + 1; taken.has(key(whole)); count += 1) {
      taken.set(key(`${name}${ending}`), count);
      whole = `${name} (${count})${ending}`;
    }
    taken.set(key(whole), 1);
    return whole;
  };
}
