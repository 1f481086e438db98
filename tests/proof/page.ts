const HEAD = `# Proof

What is measured about the guide, the engine and the portal. Every figure here is written by a command, \`npm run prove\`
(all parts) or \`npm run prove -- PART…\`; nothing is typed in by hand. The same checks run in \`npm test\` in a
smaller size, where a failure fails the build; times never do.
`;

/**
 * The page with some parts written anew, in the given order; parts not written keep their text.
 * @example pageWith('', ['trace'], new Map([['trace', '## Trace']]))
 */
export function pageWith(
  page: string,
  order: readonly string[],
  written: ReadonlyMap<string, string>,
): string {
  const parts = order.flatMap((id) => {
    const text = written.get(id)?.trim() ?? partOf(page, id);
    return text === undefined ? [] : [`${opening(id)}\n${text}\n${closing(id)}\n`];
  });
  return [HEAD, ...parts].join('\n');
}

function partOf(page: string, id: string): string | undefined {
  const start = page.indexOf(opening(id));
  const end = page.indexOf(closing(id));
  if (start === -1 || end < start) return undefined;
  return page.slice(start + opening(id).length, end).trim();
}

function opening(id: string): string {
  return `<!-- ${id} -->`;
}

function closing(id: string): string {
  return `<!-- /${id} -->`;
}
