import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive that a test makes. What is not given is as it should be. */
export interface TestEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Whether it is packed; stored as it is otherwise. */
  readonly packed?: boolean;
  /** Bits of its flags: 1 says that it is encrypted. */
  readonly flags?: number;
  /** How it says that it was packed. */
  readonly method?: number;
  /** How large it says that it is. */
  readonly size?: number;
  /** What it says of its kind, as Unix does: 0o120777 is a link. */
  readonly mode?: number;
  /** What it says that its checksum is. */
  readonly checksum?: number;
}

/** The bytes of a .zip archive, made by hand (APPNOTE.TXT 4.3), so that it may lie. */
export function zipOf(entries: readonly TestEntry[]): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const data = entry.packed ? deflateRawSync(content) : content;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
    facts.writeUInt16LE(entry.method ?? (entry.packed ? 8 : 0), 4);
    facts.writeUInt32LE(entry.checksum ?? crc32(content), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(entry.size ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, data]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    end.writeUInt32LE(at, 10);
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, end, name);
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const close = Buffer.alloc(22);
  close.write('PK\x05\x06', 'latin1');
  close.writeUInt16LE(entries.length, 8);
  close.writeUInt16LE(entries.length, 10);
  close.writeUInt32LE(directory.length, 12);
  close.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, close]);
}
