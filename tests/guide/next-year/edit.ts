/** A guide folder in memory: path inside the folder → text. */
export type Files = Map<string, string>;

/**
 * Puts one text in place of another that stands in the file exactly once, as an official edits last year's guide.
 * @throws RangeError when the text isn't there, or stands there more than once
 * @example replace(files, 'quotas.yaml', '不超过: 55个', '不超过: 65个')
 */
export function replace(files: Files, path: string, from: string, to: string): void {
  const text = textOf(files, path);
  const count = text.split(from).length - 1;
  if (count !== 1) throw new RangeError(`${path}: “${from}” stands there ${count} times`);
  files.set(
    path,
    text.replace(from, () => to),
  );
}

/** Takes one item out of a list `[a, b, c]` wherever the list stands in the file, or puts others in its place. */
export function relist(files: Files, path: string, id: string, by: readonly string[]): void {
  const text = textOf(files, path);
  const changed = text.replace(/\[([^[\]]*)\]/g, (whole, inner: string) => {
    const items = inner.split(',').map((item) => item.trim());
    return items.includes(id)
      ? `[${[...new Set(items.flatMap((item) => (item === id ? by : [item])))].join(', ')}]`
      : whole;
  });
  if (changed === text) throw new RangeError(`${path}: no list names ${id}`);
  files.set(path, changed);
}

/** The block of a top-level key, heading included, cut out of its file. */
export function cutBlock(files: Files, path: string, key: string): string {
  const text = textOf(files, path);
  const found = new RegExp(`^${key}:\\n(?:[ ].*\\n|\\n)+`, 'm').exec(text);
  if (!found) throw new RangeError(`${path}: no block ${key}`);
  files.set(
    path,
    text.replace(found[0], () => ''),
  );
  return found[0];
}

/** Files that name a line's id, other than its own. */
export function filesNaming(files: Files, id: string): string[] {
  const list = new RegExp(`\\[[^\\[\\]]*\\b${id}\\b[^\\[\\]]*\\]`);
  return [...files.keys()].filter(
    (path) => !path.startsWith('cases/') && list.test(textOf(files, path)),
  );
}

export function textOf(files: Files, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new RangeError(`no file ${path}`);
  return text;
}
