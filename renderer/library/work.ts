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

/** Names the work that is being done until it has ended. */
export async function working<T>(work: Work, running: Promise<T>): Promise<T> {
  useWork.setState(work);
  try {
    return await running;
  } finally {
    useWork.setState(importing);
  }
}
