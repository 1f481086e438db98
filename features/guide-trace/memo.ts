/**
 * Keeps what a pure function made of a text: tracing a changed guide meets mostly the same texts again.
 * Emptied when full, so that a long-running process doesn't grow.
 * @example const parsed = memo(4000, (text) => parse(text).syntax);
 */
export function memo<T>(most: number, make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { readonly value: T }>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known.value;
    if (kept.size >= most) kept.clear();
    const value = make(text);
    kept.set(text, { value });
    return value;
  };
}
