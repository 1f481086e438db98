import { readAddress } from '@fuchi/forms/field-address';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { stepsOf } from '@fuchi/record-application/contract-path';
import type { SaveRules } from '@fuchi/record-application/save-draft';
import { guideOf } from '@fuchi/record-guide-version/guide-of';

/** What a save may name, by the guide the application is filled in under. */
export function saveRules(db: Database): SaveRules {
  return {
    async unknown(own, saves) {
      const guide = await guideOf(db, own.guide);
      return saves.flatMap(({ path }, place) => (isKnown(guide, path) ? [] : [place]));
    },
    async wrote() {},
  };
}

/**
 * Whether an application has a field of this name: facts, lists and columns of the guide, addresses of a form, and
 * what the application form asks besides.
 * @example isKnown(guide, 'fact/贷款/k3/本金') // true
 */
export function isKnown(guide: CheckedGuide, path: string): boolean {
  const read = stepsOf(path);
  if (!read) return false;
  const { part, steps } = read;
  if (part === 'form') return readAddress(steps[0] ?? '') !== undefined;
  if (part !== 'fact') return steps.length <= 2 && steps.every((step) => step.length <= 40);
  const [fact = '', ...rest] = steps;
  const spec = Object.hasOwn(guide.facts, fact) ? guide.facts[fact] : undefined;
  return spec !== undefined && isWithin(spec, rest);
}

/** A list is followed by a row, a row by a column. */
function isWithin(spec: FactSpec, steps: readonly string[]): boolean {
  const [row, column, ...rest] = steps;
  if (row === undefined) return true;
  if (spec.type.kind !== 'rows' || !ROW.test(row)) return false;
  if (column === undefined) return true;
  const inner = spec.columns.find((c) => c.id === column);
  return inner !== undefined && isWithin(inner, rest);
}

const ROW = /^[0-9a-z]{1,30}$/;
