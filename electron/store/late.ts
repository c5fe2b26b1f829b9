/**
 * Parts of the store that few starts need. They are large (formats, reading editions, merging, proofs), and
 * loaded when they are first called, so that a library is open before they are read.
 */
export const exportLosses = late(async () => (await exporting()).exportLosses);
export const exportCables = late(async () => (await exporting()).exportCables);
export const editionPage = late(async () => (await exporting()).editionPage);

export const readComing = late(async () => (await coming()).readComing);
export const comingReport = late(async () => (await coming()).comingReport);
export const comingLines = late(async () => (await coming()).comingLines);
export const takeComing = late(async () => (await coming()).takeComing);
export const leaveComing = late(async () => (await coming()).leaveComing);

export const readMerge = late(async () => (await merging()).readMerge);
export const runMerge = late(async () => (await merging()).runMerge);
export const leaveMerge = late(async () => (await merging()).leaveMerge);
export const savePackage = late(async () => (await import('./merging/package.ts')).savePackage);

export const verifyLibrary = late(async () => (await import('./safety/verify.ts')).verifyLibrary);

function exporting() {
  return import('./exchange/exporting.ts');
}

function coming() {
  return import('./exchange/coming-actions.ts');
}

function merging() {
  return import('./merging/merge-actions.ts');
}

/** A function that is loaded by `load` when it is called; only the first time does that take any. */
function late<Args extends readonly unknown[], Result>(
  load: () => Promise<(...args: Args) => Result | Promise<Result>>,
): (...args: Args) => Promise<Result> {
  return async (...args) => (await load())(...args);
}
