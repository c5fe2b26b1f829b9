import { FailureError, failureOf, type Failure } from '../../domain/failure.ts';
import { codeOf } from '../error-code.ts';

/** What the system says of a file that cannot be read, as a failure that names it. */
export function failureOfFile(error: unknown, path: string): Failure {
  if (error instanceof FailureError) return error.failure;
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return {
        code: 'file-missing',
        message: `There is no file ${path}. It may have been moved; choose it again.`,
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'no-permission',
        message: `${path} may not be read. Change its permissions, then import it again.`,
      };
    case 'EISDIR':
      return { code: 'file-not-text', message: `${path} is a folder. Choose a file in it.` };
    case 'ELOOP':
      return {
        code: 'file-missing',
        message: `${path} is a link that leads back to itself. Choose the file it is meant to be.`,
      };
    default:
      return failureOf(error);
  }
}
