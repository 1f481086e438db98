import type { Guide } from '@fuchi/guide/guide';
import type { Regions } from '@fuchi/values/region';
import type { FactSpec } from '../fact-spec.ts';
import type { Scope } from './scope.ts';

/** What registers are checked against. */
export interface RegisterSurroundings {
  readonly guide: Guide;
  readonly facts: ReadonlyMap<string, FactSpec>;
  readonly scope: Scope;
  /** Undefined where they can't be read, which is told elsewhere. */
  readonly regions: Regions | undefined;
}
