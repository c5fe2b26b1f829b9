/** The ending of a library's file, without the dot. */
export const LIBRARY_EXTENSION = 'cablewright';
