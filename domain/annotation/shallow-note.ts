/** How deep lists, quotations and emphasis may lie in each other in a note; what lies deeper is shown as it was typed. */
const DEEPEST = 40;

/** A node of a syntax tree of Markdown (mdast), as far as it matters here. */
interface Node {
  readonly type: string;
  readonly position?: { readonly start: Place; readonly end: Place };
  children?: Node[];
  value?: string;
}

/** A place in the source, in UTF-16 code units. */
interface Place {
  readonly offset?: number;
}

/** What holds paragraphs, and not words. */
const HOLDS_BLOCKS = new Set(['listItem', 'blockquote', 'footnoteDefinition']);

/**
 * A plugin for what reads Markdown (remark): whoever shows a note goes through its tree step within step, and
 * thousands of quotation marks in a row would lead deeper than any program can go.
 */
export function shallowNotes() {
  return (root: Node, source: { toString(): string }): void => {
    const text = String(source);
    const open: { readonly node: Node; readonly depth: number }[] = [{ node: root, depth: 0 }];
    for (let at = open.pop(); at; at = open.pop()) {
      const { node, depth } = at;
      // A list holds items only; they are cut one step below.
      if (depth >= DEEPEST && node.type !== 'list') asTyped(node, text);
      else for (const child of node.children ?? []) open.push({ node: child, depth: depth + 1 });
    }
  };
}

/** Has a node hold the words of what it holds, as they were typed. */
function asTyped(node: Node, text: string): void {
  const from = node.children?.[0]?.position?.start.offset;
  const to = node.children?.at(-1)?.position?.end.offset;
  if (from === undefined || to === undefined) return;
  const words: Node = { type: 'text', value: text.slice(from, to) };
  node.children = [HOLDS_BLOCKS.has(node.type) ? { type: 'paragraph', children: [words] } : words];
}
