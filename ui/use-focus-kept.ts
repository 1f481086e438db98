import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where the keyboard goes on when what it stood on is taken away by its own command: a row, a button that is no longer
 * offered. Whoever stands elsewhere, or has left it for another place of the page, is left there: nothing jumps when
 * an upload of theirs ends.
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
  const stoodOn = useRef<EventTarget>(null);
  useEffect(() => {
    stoodOn.current = document.activeElement;
    const note = ({ target }: FocusEvent) => {
      stoodOn.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    const changed = before.current !== changing;
    before.current = changing;
    const gone = stoodOn.current instanceof Element && !stoodOn.current.isConnected;
    if (changed && gone && document.activeElement === document.body) place.current?.focus();
  }, [changing]);
  return place;
}
