import { create } from 'zustand';

/** The last thing that was said to readers by ear, and how many were said. */
export const useAnnounced = create<{ readonly sentence: string; readonly times: number }>(() => ({
  sentence: '',
  times: 0,
}));

/** Tells readers by ear of something that readers by eye can see, when they next pause. */
export function announce(sentence: string) {
  useAnnounced.setState(({ times }) => ({ sentence, times: times + 1 }));
}
