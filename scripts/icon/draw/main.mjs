/** `electron FOLDER SIZES DRAWING`: draws an SVG file in several sizes, and prints the PNGs, base64, as JSON. */
import { readFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

const [sizes = '', drawing = ''] = process.argv.slice(-2);

/** Runs in a page: the drawing on a canvas of each size. */
const draw = async (/** @type {string} */ svg, /** @type {number[]} */ wanted) => {
  const picture = new Image();
  picture.src = `data:image/svg+xml;base64,${btoa(svg)}`;
  await picture.decode();
  return wanted.map((size) => {
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    canvas.getContext('2d')?.drawImage(picture, 0, 0, size, size);
    return canvas.toDataURL('image/png').split(',')[1];
  });
};

app
  .whenReady()
  .then(async () => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('data:text/html,');
    const words = `${JSON.stringify(readFileSync(drawing, 'utf8'))}, [${sizes}]`;
    const pictures = /** @type {string[]} */ (
      await window.webContents.executeJavaScript(`(${draw.toString()})(${words})`)
    );
    process.stdout.write(`${JSON.stringify(pictures)}\n`, () => app.exit(0));
  })
  .catch((error) => {
    console.error(error);
    app.exit(1);
  });
