/** A path with its parts filled in. @example filledPath('/api/lines/{line}', { line: 'a b' }) // '/api/lines/a%20b' */
export function filledPath(path: string, parts: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(parts[name] ?? ''),
  );
}
