import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { FieldEntry } from '@fuchi/policy/facts/entry';
import { FactControl } from '@fuchi/ui/facts/fact-control.tsx';
import { FieldFaults } from '@fuchi/ui/facts/field-faults.tsx';
import { fieldId } from '@fuchi/ui/facts/field-path';
import { memo, useCallback } from 'react';
import { withFactAnswer } from '../answers/fact-answer.ts';
import type { Answer } from '../answers/use-answers.ts';

interface Props {
  readonly spec: FactSpec;
  readonly field: FieldEntry | undefined;
  readonly labelledBy: string;
  readonly onAnswer: Answer;
}

/** One field of the question and what is wrong with it; drawn anew only when its own answer changes. */
export const AnswerField = memo(function AnswerField({ spec, field, labelledBy, onAnswer }: Props) {
  const change = useCallback(
    (to: FieldEntry) => onAnswer((now) => withFactAnswer(spec, to, now)),
    [spec, onAnswer],
  );
  return (
    <>
      <div id={fieldId(spec.id)} className="field-control">
        <FactControl
          spec={spec}
          path={spec.id}
          field={field}
          labelledBy={labelledBy}
          onChange={change}
        />
      </div>
      <FieldFaults path={spec.id} />
    </>
  );
});
