import { type Form, kindsOf } from '@fuchi/guide/form';
import { targetAt } from '../field-address.ts';
import type { Filling } from '../filling.ts';
import { askedRows, isBlankTarget } from './asked-rows.ts';
import { type Finding, fault } from './finding.ts';

/** Not more kinds of project than may be chosen, and nothing in the rows of the others. */
export function checkKinds(form: Form, filling: Filling): readonly Finding[] {
  const chosen = kindsOf(form).filter((kind) => filling.kinds.includes(kind));
  const findings: Finding[] = [];
  if (form.grouping?.choose === '一类' && chosen.length > 1) {
    const facts = { grouping: form.grouping.name, chosen: chosen.join('、') };
    findings.push(fault({ kind: 'kind', name: '' }, 'kinds-too-many', facts));
  }
  for (const { indicator, group, asked } of askedRows(form, filling)) {
    if (asked !== 'no') continue;
    for (const [index, target] of (filling.targets[indicator.id] ?? []).entries()) {
      if (isBlankTarget(target)) continue;
      const facts = { group, chosen: chosen.join('、') };
      findings.push(fault(targetAt(indicator.id, index, 'value'), 'kind-not-chosen', facts));
    }
  }
  return findings;
}
