import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { FieldEntry } from '@fuchi/policy/facts/entry';

/** What every way to answer a fact is given. */
export interface ControlProps {
  readonly spec: FactSpec;
  readonly path: string;
  readonly field: FieldEntry | undefined;
  /** The element whose text names the control. */
  readonly labelledBy: string;
  readonly onChange: (field: FieldEntry) => void;
}
