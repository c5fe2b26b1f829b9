/** The files of the five cables that every first library holds. */
export const seedFiles: ReadonlySet<string> = new Set([
  '000_20c9a91f12899a8a.txt',
  '001_6db84158b3e08867.txt',
  '002_9765bf9689f1c9fd.txt',
  '003_8f2b16b0e8636977.txt',
  '004_a7bca620c5cd76cf.txt',
]);
