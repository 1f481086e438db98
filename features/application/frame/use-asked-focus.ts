import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The element that holds a field of asked texts, by its steps after the part. @example askedId(['k1', '份额']) */
export function askedId(steps: readonly string[]): string {
  return `asked-${steps.join('/')}`;
}

/** Brings the field that an address names into view, with the cursor in it. */
export function useAskedFocus(): void {
  const named = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (named === '') return;
    const field = document.getElementById(askedId([named]));
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [named]);
}
