import tokens from '../design/tokens.css?raw';

/** The colours of the light theme, by their names: what is saved is for paper. */
export function lightColours(css: string): ReadonlyMap<string, string> {
  const block = /:root\[data-theme='light'\] \{([^}]*)\}/u.exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** Names of colours in a picture give way to the colours of the light theme. */
export function inLight(svg: string, css: string = tokens): string {
  const colours = lightColours(css);
  return svg.replace(/var\((--[\w-]+)\)/gu, (_, name: string) => colours.get(name) ?? '#000000');
}

/** A picture as a file of its own (SVG 1.1): with a title, on white, in the colours of the light theme. */
export function savedPicture(picture: SVGSVGElement, title: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const inside = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
  const paper = inside('rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', '#ffffff'],
  ] as const)
    paper.setAttribute(name, value);
  const heading = inside('title');
  heading.textContent = title;
  copy.prepend(heading, paper);
  for (const element of copy.querySelectorAll('[class]')) element.removeAttribute('class');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${inLight(new XMLSerializer().serializeToString(copy))}\n`;
}
