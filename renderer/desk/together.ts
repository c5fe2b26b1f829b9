/** What is to change in the window, in order, and is waiting for its turn. */
let changes: (() => void)[] = [];

function changeAll(): void {
  const due = changes;
  changes = [];
  for (const change of due)
    try {
      change();
    } catch (error) {
      // One that fails does not keep the others from being made.
      reportError(error);
    }
}

/**
 * Changes what is shown, together with all else that came at the same time: whatever was read anew is
 * then drawn once. The changes are made in the order in which they were asked for.
 */
export function together(change: () => void): void {
  changes.push(change);
  if (changes.length === 1) setTimeout(changeAll);
}
