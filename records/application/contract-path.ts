/**
 * The fields of a draft have names of steps: the part they belong to, then
 * - `fact/<fact>` an answer; of a list whether it is complete;
 * - `fact/<list>/<row>` that a row is there; `fact/<list>/<row>/<column>` a cell, and so on within rows;
 * - `form/<address>` a text of the performance form, by its address (`@fuchi/forms/field-address`);
 * - `unit/<name>`, `project/<name>` what the application form asks besides;
 * - `confirmed/<list>/<row>/<column>` what a third party confirmed of a cell (contract-confirmed.ts): no page writes it;
 * - `participant/<row>`, `participant/<row>/<name>` who takes part; `audit/<row>/<name>` an audit report.
 */
export const PARTS = ['fact', 'form', 'unit', 'project', 'participant', 'audit'] as const;
export type Part = (typeof PARTS)[number];

/** @example pathOf('fact', ['贷款', 'k3', '本金']) // 'fact/贷款/k3/本金' */
export function pathOf(part: Part, steps: readonly string[]): string {
  return [part, ...steps].join('/');
}

/**
 * A field's name in its steps. Of a form's field the address stays one step, with its own slashes.
 * @returns undefined for what is no name of a field
 */
export function stepsOf(
  path: string,
): { readonly part: Part; readonly steps: readonly string[] } | undefined {
  const cut = path.indexOf('/');
  const part = PARTS.find((p) => p === path.slice(0, cut));
  if (part === undefined) return undefined;
  const rest = path.slice(cut + 1);
  const steps = part === 'form' ? [rest] : rest.split('/');
  return steps.length <= MOST_STEPS && steps.every((step) => step !== '')
    ? { part, steps }
    : undefined;
}

/** A list, a row, a list in it, its row, the cell. */
const MOST_STEPS = 5;

/** Whether a name is that of a row: `fact/<list>/<row>`, `fact/<list>/<row>/<list>/<row>`, `participant/<row>`. */
export function isRowPath({
  part,
  steps,
}: {
  readonly part: Part;
  readonly steps: readonly string[];
}): boolean {
  if (part === 'participant' || part === 'audit') return steps.length === 1;
  return part === 'fact' && (steps.length === 2 || steps.length === 4);
}
