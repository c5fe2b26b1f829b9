/**
 * Tells when the first text of the page has been painted in its own face: in the program the
 * transcription of a cable, in the empty window its one line.
 */
const { ipcRenderer } = require('electron');

/** @param {string} name */
const tell = (name) => ipcRenderer.send('tap', name, Date.now());

const TEXT = '.cm-content[aria-label="Transcription"], #empty';

function look() {
  const text = document.querySelector(TEXT);
  const there = text !== null && (text.textContent ?? '').trim() !== '';
  // What is there before a frame is painted in it; the next task comes behind that.
  if (there && isSet(text)) setTimeout(() => tell('readable'));
  else requestAnimationFrame(look);
}

/** Whether the face of a text has been loaded. @param {Element} text */
function isSet(text) {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
  return document.fonts.check(`${fontWeight} ${fontSize} ${fontFamily}`, 'a');
}

tell('page');
requestAnimationFrame(look);
