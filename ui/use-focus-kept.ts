import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where the keyboard goes on when what it stood on is taken away by its own command: a row, a button that is no longer
 * offered. Whoever stands elsewhere is left there.
 * @param changing what such a command changes: how many rows there are, the state of a thing
 * @returns for the element that takes the focus; a heading needs `tabIndex={-1}`
 * @example
 * const heading = useFocusKept<HTMLHeadingElement>(files.length);
 * return <h3 ref={heading} tabIndex={-1}>…</h3>;
 */
export function useFocusKept<Place extends HTMLElement>(
  changing: string | number,
): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const before = useRef(changing);
  useEffect(() => {
    const changed = before.current !== changing;
    before.current = changing;
    if (changed && document.activeElement === document.body) place.current?.focus();
  }, [changing]);
  return place;
}
