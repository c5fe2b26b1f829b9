/** The code of an error of Node's (`ENOENT`, `EACCES`, …; https://nodejs.org/api/errors.html); null of any other. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
