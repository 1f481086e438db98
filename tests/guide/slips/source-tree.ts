import { Faults } from '@fuchi/guide/diagnostic';
import { type Node, readYaml } from '@fuchi/guide/yaml-text';

/** A guide file's text with the places its reader gave, as offsets. */
export class SourceTree {
  readonly file: string;
  readonly source: string;
  readonly root: Node;
  readonly #lineStarts: readonly number[];

  constructor(file: string, source: string) {
    const root = readYaml(file, source, new Faults());
    if (!root) throw new Error(`${file} is no YAML`);
    this.file = file;
    this.source = source;
    this.root = root;
    const starts = [0];
    for (let i = 0; i < source.length; i++) if (source[i] === '\n') starts.push(i + 1);
    this.#lineStarts = starts;
  }

  offsetOf(at: { readonly line: number; readonly column: number }): number {
    return (this.#lineStarts[at.line - 1] ?? 0) + at.column - 1;
  }

  lineOf(offset: number): number {
    let line = this.#lineStarts.findLastIndex((start) => start <= offset);
    if (line < 0) line = 0;
    return line + 1;
  }

  /** Whether an entry that starts here stands within braces or brackets on its line. */
  isFlow(offset: number): boolean {
    const before = this.source.slice(this.#lineStarts[this.lineOf(offset) - 1] ?? 0, offset);
    return depth(before) > 0;
  }

  /** All of a block entry or list item: its lines up to the next line that is no deeper. */
  block(offset: number): readonly [start: number, end: number] {
    const first = this.lineOf(offset) - 1;
    const start = this.#lineStarts[first] ?? 0;
    const column = offset - start;
    let next = first + 1;
    for (; next < this.#lineStarts.length; next++) {
      const text = this.source.slice(this.#lineStarts[next], this.#lineStarts[next + 1]);
      if (text.trim() !== '' && text.search(/\S/) <= column) break;
    }
    return [start, this.#lineStarts[next] ?? this.source.length];
  }

  /** All of an entry or item within braces or brackets, with the comma that parts it from a neighbour. */
  flow(offset: number): readonly [start: number, end: number] {
    let end = offset;
    let inner = 0;
    let quote = '';
    for (; end < this.source.length; end++) {
      const c = this.source[end] ?? '';
      if (quote !== '') {
        if (c === quote) quote = '';
      } else if ((c === '"' || c === "'") && /[\s,[{:]/.test(this.source[end - 1] ?? '')) quote = c;
      else if ('[{'.includes(c) && (inner > 0 || /[\s,:]/.test(this.source[end - 1] ?? '')))
        inner++;
      else if (']}'.includes(c)) {
        if (inner === 0) break;
        inner--;
      } else if (c === ',' && inner === 0) break;
    }
    if (this.source[end] === ',') {
      while (this.source[end + 1] === ' ') end++;
      return [offset, end + 1];
    }
    let start = offset;
    while (this.source[start - 1] === ' ') start--;
    if (this.source[start - 1] === ',') return [start - 1, end];
    return [offset, end];
  }
}

function depth(text: string): number {
  let open = 0;
  let quote = '';
  for (const [i, c] of [...text].entries()) {
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && /[\s,[{:]/.test(text[i - 1] ?? ' ')) quote = c;
    else if ('[{'.includes(c) && /^$|[\s,:[{-]/.test(text[i - 1] ?? '')) open++;
    else if (']}'.includes(c) && open > 0) open--;
  }
  return open;
}
