import { isPage } from './pages.ts';

/** What is known of the frame that has sent a message. */
interface Frame {
  readonly url: string;
}

/** What is known of our window. */
interface OwnWindow<F extends Frame> {
  isDestroyed(): boolean;
  readonly webContents: { readonly mainFrame: F };
}

/**
 * Whether a message comes from our window: from its main frame, and while that shows our own page. A
 * frame that is gone already (null) is nobody's.
 */
export function isOurs<F extends Frame>(frame: F | null, window: OwnWindow<F> | null): boolean {
  if (!frame || !window || window.isDestroyed()) return false;
  return frame === window.webContents.mainFrame && isPage(frame.url);
}
