import { checkFilling } from '@fuchi/forms/check/check-filling';
import type { Finding } from '@fuchi/forms/check/finding';
import { countedOf } from '@fuchi/forms/counted-filling';
import { addressText } from '@fuchi/forms/field-address';
import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { useMemo } from 'react';

/** What is to be said of what counts of a filling, in printed order. A form of its own knows no application's facts. */
export function useFindings(
  { guide }: CheckedGuide,
  form: Form,
  filling: Filling,
): readonly Finding[] {
  return useMemo(
    () =>
      checkFilling(form, countedOf(form, filling), { figures: guide.figures, facts: new Map() }),
    [guide, form, filling],
  );
}

/** Findings by the field they are said at. */
export function byField(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const fields = new Map<string, Finding[]>();
  for (const finding of findings) {
    const field = addressText(finding.where);
    fields.set(field, [...(fields.get(field) ?? []), finding]);
  }
  return fields;
}
