/** Line and column, both from 1, of a place counted in characters. @example placeOf('a\nb', 2) // { line: 2, column: 1 } */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
