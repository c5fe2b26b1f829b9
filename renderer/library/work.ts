import { create } from 'zustand';

/** Long work of the main process, in the reader's words. */
export interface Work {
  /** What is being done: "Import". */
  readonly name: string;
  /** One of the things it goes through: "file". */
  readonly thing: string;
}

const importing: Work = { name: 'Import', thing: 'file' };

/** The work whose progress is shown; where nobody has said otherwise, it is an import. */
export const useWork = create<Work>(() => importing);

/** From so many annotations on work is done in turns, and tells how far it has come. */
const MANY = 250;

/** Names work on so many annotations where they are many; else nobody waits for it. */
export function workingOn<T>(annotations: number, work: Work, running: Promise<T>): Promise<T> {
  return annotations > MANY ? working(work, running) : running;
}

/** Names the work that is being done until it has ended. */
export async function working<T>(work: Work, running: Promise<T>): Promise<T> {
  useWork.setState(work);
  try {
    return await running;
  } finally {
    useWork.setState(importing);
  }
}
