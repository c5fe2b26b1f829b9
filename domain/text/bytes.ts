const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in Base64 (RFC 4648, 4). */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const signs = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 63));
    const missing = Math.max(0, at + 3 - bytes.length);
    parts.push(signs.slice(0, 4 - missing).join('') + '='.repeat(missing));
  }
  return parts.join('');
}

/** The bytes of Base64; white space in it is passed over. Null where it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const signs = text.replace(/\s+/gu, '');
  if (signs.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(signs)) return null;
  const missing = /=*$/u.exec(signs)?.[0].length ?? 0;
  const bytes = new Uint8Array((signs.length / 4) * 3 - missing);
  for (let at = 0, to = 0; at < signs.length; at += 4, to += 3) {
    let bits = 0;
    for (let next = 0; next < 4; next++)
      bits = (bits << 6) | Math.max(0, ALPHABET.indexOf(signs.charAt(at + next)));
    for (let next = 0; next < 3 && to + next < bytes.length; next++)
      bytes[to + next] = (bits >> (16 - 8 * next)) & 255;
  }
  return bytes;
}

/** Whether two runs of bytes are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
