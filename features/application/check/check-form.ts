import { checkFilling } from '@fuchi/forms/check/check-filling';
import { countedOf } from '@fuchi/forms/counted-filling';
import { factFigures } from '@fuchi/forms/fact-figures';
import { addressText } from '@fuchi/forms/field-address';
import { fieldLabel } from '@fuchi/forms/field-label';
import { formSentence } from '@fuchi/forms/sentence/sentence';
import { fillingOfFields } from '@fuchi/record-application/contract-filling';
import type { Checker } from './checker.ts';
import type { ApplicationFinding } from './finding.ts';

/** The performance form: what isn't filled in, what can't be so, what somebody should look at. */
export const checkForm: Checker = async (_db, { guide, said, judged }) => {
  const id = judged.program.line.source.form;
  const form = guide.guide.forms.find((one) => one.id === id);
  if (!form) return [];
  const filling = fillingOfFields(form, new Map(Object.entries(said.fields)));
  const facts = factFigures(guide, form, said.line, judged.given);
  const found = checkFilling(form, countedOf(form, filling), {
    figures: guide.guide.figures,
    facts,
  });
  return found.map((finding): ApplicationFinding => {
    const { message, fix } = formSentence(finding.code, finding.facts);
    const about = `${message}${fix === '' ? '' : `：${fix}`}`;
    return {
      code: `form-${finding.code}`,
      part: 'form',
      path: addressText(finding.where),
      says: `${fieldLabel(form, finding.where)}：${about}。`,
      blocks: finding.severity !== 'remark',
    };
  });
};
