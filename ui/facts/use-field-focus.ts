import { useCallback, useEffect, useState } from 'react';
import { focusField } from './field-path.ts';

export interface AskedField {
  readonly path: string;
}

/** Lets a result point at a field: what hides the field opens first, then the cursor goes there. */
export function useFieldFocus(): { asked: AskedField | null; ask: (path: string) => void } {
  const [asked, setAsked] = useState<AskedField | null>(null);
  useEffect(() => {
    if (asked) focusField(asked.path);
  }, [asked]);
  // An object, so that asking for the same field twice is two askings.
  const ask = useCallback((path: string) => setAsked({ path }), []);
  return { asked, ask };
}
