/** A table of a page of docs/language: its heading cells and rows, code marks taken off. */
export interface DocTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a Markdown page, in order. */
export function tablesOf(markdown: string): DocTable[] {
  const tables: DocTable[] = [];
  let block: string[] = [];
  for (const line of [...markdown.split('\n'), '']) {
    if (line.startsWith('|')) {
      block.push(line);
      continue;
    }
    const [head, , ...rows] = block.map(cellsOf);
    if (head) tables.push({ head, rows });
    block = [];
  }
  return tables;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replaceAll('\\|', '|')
        .trim()
        .replace(/^(?:`|\*\*)(.*?)(?:`|\*\*)$/, '$1'),
    );
}

/** The first fenced block of a language. */
export function fenced(markdown: string, language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(markdown)?.[1] ?? '';
}
