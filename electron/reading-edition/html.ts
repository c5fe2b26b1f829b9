/** Words as they stand in HTML, between tags and within the quotes of an attribute alike. */
export function escaped(words: string): string {
  return (
    words
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // No parser keeps a NUL, and a lone carriage return becomes a line feed.
      .replaceAll('\0', '\u{fffd}')
      .replaceAll('\r', '&#13;')
  );
}

/** Some HTML where there is something to say, else nothing. */
export function when(holds: unknown, html: string): string {
  return holds ? html : '';
}

/** A number of things in words: "1 cable", "12,345 cables". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat('en').format(number)} ${number === 1 ? one : many}`;
}
