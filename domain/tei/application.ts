/** How this program is named in the TEI files it writes, by which they are known again. */
export const APPLICATION = 'cablewright';
