/**
 * Puts a text on the clipboard. The window has no permissions at all, so it goes the way of the
 * reader's own Copy, which needs none: it hears the event and gives it the text.
 */
export function copy(text: string) {
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  document.execCommand('copy');
}
