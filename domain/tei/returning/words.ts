import { decoded } from '../lexer.ts';
import { type Element, isElement, type TreeNode } from '../tree.ts';

/** What is heard of while words are read. */
export interface Hearing {
  /** An anchor, and how many code units stand before it. */
  readonly anchor?: (id: string, at: number) => void;
  /** Elements whose words are passed over. */
  readonly without?: ReadonlySet<string>;
}

/** The words of an element, sign by sign, as the header of our files says they are to be read. */
export function wordsOf(xml: string, element: Element, hearing: Hearing = {}): string {
  const parts: string[] = [];
  let length = 0;
  const put = (words: string) => {
    parts.push(words);
    length += words.length;
  };
  const visit = (node: TreeNode): void => {
    if (!isElement(node)) {
      put(wordsOfToken(xml, node));
      return;
    }
    if (hearing.without?.has(node.name)) return;
    if (node.name === 'lb') put('\n');
    else if (node.name === 'g') put(signOf(node));
    else if (node.name === 'anchor')
      hearing.anchor?.(node.attributes.get('xml:id')?.value ?? '', length);
    else for (const child of node.children) visit(child);
  };
  for (const child of element.children) visit(child);
  return parts.join('');
}

function wordsOfToken(xml: string, { kind, from, to }: Exclude<TreeNode, Element>): string {
  if (kind === 'entity') return decoded(xml.slice(from, to));
  const words = kind === 'text' ? xml.slice(from, to) : '';
  if (kind === 'cdata') return xml.slice(from + '<![CDATA['.length, to - ']]>'.length);
  // As every reader of XML does (XML 1.0, 2.11).
  return words.includes('\r') ? words.replace(/\r\n?/gu, '\n') : words;
}

/** The sign that XML cannot hold, by the number in the name of its description. */
function signOf(element: Element): string {
  const unit = /u([0-9a-f]{4})$/u.exec(element.attributes.get('ref')?.value ?? '')?.[1];
  return unit === undefined ? '\uFFFD' : String.fromCharCode(Number.parseInt(unit, 16));
}
