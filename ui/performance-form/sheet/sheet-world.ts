import type { Finding } from '@fuchi/forms/check/finding';
import type { FieldAddress } from '@fuchi/forms/field-address';
import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { createContext, useContext } from 'react';

/** What every field of the page may need to know. */
export interface SheetWorld {
  readonly form: Form;
  readonly filling: Filling;
  /** The years whose columns are shown. */
  readonly years: readonly string[];
  /** What is to be said, by the field it is said at; nothing of the field that is being typed in. */
  readonly said: ReadonlyMap<string, readonly Finding[]>;
  readonly type: (address: FieldAddress, text: string) => void;
  /** Changes the filling where more than a text changes: a row comes or goes. */
  readonly change: (at: string, how: (filling: Filling) => Filling) => void;
}

export const SheetContext = createContext<SheetWorld | null>(null);

export function useSheet(): SheetWorld {
  const world = useContext(SheetContext);
  if (!world) throw new Error('a field stands outside of a form');
  return world;
}
