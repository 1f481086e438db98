import { checkFilling } from '@fuchi/forms/check/check-filling';
import { completeness } from '@fuchi/forms/check/completeness';
import { type FactFigures, factFigures } from '@fuchi/forms/fact-figures';
import { addressText } from '@fuchi/forms/field-address';
import { fieldLabel } from '@fuchi/forms/field-label';
import type { Filling } from '@fuchi/forms/filling';
import { formSentence } from '@fuchi/forms/sentence/sentence';
import type { Form } from '@fuchi/guide/form';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import { regionsFrom } from '@fuchi/values/region';
import type { CheckReply } from './contract.ts';

/**
 * What the application's facts say of a form's rows, and every fault of the facts themselves.
 * @throws for a guide whose regions don't read: it was checked before
 */
export function statedFigures(
  checked: CheckedGuide,
  form: Form,
  line: string | undefined,
  facts: unknown,
): { readonly figures: FactFigures; readonly faults: readonly InputFault[] } {
  const regions = regionsFrom(checked.guide.regions);
  if (!regions.ok) throw new Error(`the guide's regions don't read: ${regions.code}`);
  const context = { units: new Set(checked.guide.units), regions: regions.value };
  const read = readGivenFacts(checked, facts ?? {}, context);
  return { figures: factFigures(checked, form, line, read.facts), faults: read.faults };
}

/** All findings of a filling as sentences at their fields, and how far it has come. */
export function judgeFilling(
  checked: CheckedGuide,
  form: Form,
  filling: Filling,
  figures: FactFigures,
): CheckReply {
  const { filled, required } = completeness(form, filling);
  const findings = checkFilling(form, filling, { figures: checked.guide.figures, facts: figures });
  return {
    filled,
    required,
    findings: findings.map(({ severity, code, where, facts }) => ({
      severity,
      code,
      path: addressText(where),
      label: fieldLabel(form, where),
      ...formSentence(code, facts),
    })),
  };
}
