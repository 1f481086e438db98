import { checkFilling } from '@fuchi/forms/check/check-filling';
import type { Finding } from '@fuchi/forms/check/finding';
import { countedOf } from '@fuchi/forms/counted-filling';
import { type FactFigures, factFigures } from '@fuchi/forms/fact-figures';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import {
  fieldsOfFilling,
  fillingOfFields,
  savesOfFilling,
} from '@fuchi/record-application/contract-filling';
import { useMemo, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { useJudged } from '../frame/use-judged.ts';

export interface FormFilling {
  /** undefined where the line has none. */
  readonly form: Form | undefined;
  readonly filling: Filling;
  readonly findings: readonly Finding[];
  readonly figures: FactFigures | undefined;
  readonly write: (filling: Filling) => void;
}

/** The performance form of the draft, what is to be said of it, and how to write into it. */
export function useFormFilling(): FormFilling {
  const { data, draft, view, change } = useApplication();
  const { given } = useJudged();
  const { guide } = data;
  const id = guide.lines.find((line) => line.id === view.line)?.source.form ?? '';
  const form = guide.guide.forms.find((one) => one.id === id);
  const { values } = draft;
  const kept = useMemo(
    () => (form ? fillingOfFields(form, values) : blankFilling(id)),
    [form, values, id],
  );
  /** Rows that were begun and hold nothing yet are only here. */
  const [begun, setBegun] = useState(kept);
  const filling = sameTexts(begun, kept) ? begun : kept;
  const figures = useMemo(
    () => (form ? factFigures(guide, form, view.line, given) : undefined),
    [form, guide, given, view.line],
  );
  const findings = useMemo(
    () =>
      form
        ? checkFilling(form, countedOf(form, filling), {
            figures: guide.guide.figures,
            facts: figures ?? new Map(),
          })
        : [],
    [form, filling, guide, figures],
  );
  const write = (next: Filling) => {
    setBegun(next);
    const saves = savesOfFilling(filling, next);
    if (saves.length > 0) change(saves);
  };
  return { form, filling, findings, figures, write };
}

function sameTexts(a: Filling, b: Filling): boolean {
  const ours = fieldsOfFilling(a);
  const theirs = fieldsOfFilling(b);
  return ours.size === theirs.size && [...ours].every(([path, text]) => theirs.get(path) === text);
}
