import { useState } from 'react';

/**
 * The earlier value for as long as the new one says the same, so that what depends on it isn't drawn again.
 * @param same whether two values say the same
 * @example const kept = useKept(cells, sameEntry)
 */
export function useKept<T>(value: T, same: (a: T, b: T) => boolean): T {
  const [kept, setKept] = useState({ value });
  if (kept.value === value || same(kept.value, value)) return kept.value;
  setKept({ value });
  return value;
}
