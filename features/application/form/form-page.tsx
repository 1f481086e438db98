import { addressText, type FieldAddress, readAddress } from '@fuchi/forms/field-address';
import type { Filling } from '@fuchi/forms/filling';
import { hasYears, offeredYears } from '@fuchi/forms/filling-years';
import { prefill } from '@fuchi/forms/prefill';
import { withText } from '@fuchi/forms/typed-text';
import type { Form } from '@fuchi/guide/form';
import { pathOf } from '@fuchi/record-application/contract-path';
import { isSheet } from '@fuchi/ui/pasted-cells';
import { FormHead } from '@fuchi/ui/performance-form/paper/form-head.tsx';
import { GoalBoxes } from '@fuchi/ui/performance-form/paper/goal-boxes.tsx';
import { HeaderTable } from '@fuchi/ui/performance-form/paper/header-table.tsx';
import { IndicatorTable } from '@fuchi/ui/performance-form/paper/indicator-table.tsx';
import { KindChoice } from '@fuchi/ui/performance-form/paper/kind-choice.tsx';
import { NoteList } from '@fuchi/ui/performance-form/paper/note-list.tsx';
import { isNoted } from '@fuchi/ui/performance-form/paper/row-notes';
import { gridOf } from '@fuchi/ui/performance-form/sheet/grid';
import { pasted } from '@fuchi/ui/performance-form/sheet/paste';
import { SheetContext } from '@fuchi/ui/performance-form/sheet/sheet-world';
import { useSheetKeys } from '@fuchi/ui/performance-form/sheet/use-sheet-keys';
import { byField } from '@fuchi/ui/performance-form/use-findings';
import { Button } from 'antd';
import { useState } from 'react';
import { RECOMMENDER } from '../asked-names.ts';
import { useApplication } from '../frame/application-world.ts';
import { useOwnEntry } from '../frame/use-own-entry.ts';
import { useRecommenders } from '../project/use-recommenders.ts';
import { withSaidHead } from './said-head.ts';
import { type FormFilling, useFormFilling } from './use-form-filling.ts';
import '@fuchi/ui/performance-form/paper/paper.css';
import '@fuchi/ui/performance-form/paper/paper-phone.css';

/** The line's performance form, filled in as it is printed; what other parts of the application state too can be taken from there. */
export function FormPage() {
  const { form, ...parts } = useFormFilling();
  if (!form) return <p>这个项目类别没有绩效目标申报表。</p>;
  return <Sheet form={form} {...parts} />;
}

type SheetProps = Omit<FormFilling, 'form'> & { readonly form: Form };

function Sheet({ form, filling, findings, write, figures }: SheetProps) {
  const { data, view } = useApplication();
  const [typing, setTyping] = useState('');
  const [unfolded, setUnfolded] = useState(() => hasYears(filling));
  const offered = offeredYears(form, filling);
  const years = unfolded ? offered : [];
  const said = byField(findings.filter(({ where }) => addressText(where) !== typing));
  const change = (_at: string, how: (now: Filling) => Filling) => write(how(filling));
  const type = (address: FieldAddress, text: string) =>
    write(withText(form, filling, address, text));
  const keys = useKeys({ form, filling, years, type, write, setTyping });
  const taken = useTaken(form, figures ? prefill(form, filling, figures) : filling);
  const wanted = findings.filter((finding) => finding.severity !== 'remark').length;
  return (
    <SheetContext value={{ form, filling, years, said, type, change }}>
      <FormHead guide={data.guide} form={form} />
      <p className="quiet">
        {wanted === 0 ? '已填齐。' : `还有${wanted}处没有填或有误。`}{' '}
        {view.open && taken !== filling && (
          <Button size="small" onClick={() => write(taken)}>
            带入已填的内容
          </Button>
        )}
      </p>
      <fieldset className="plain-fieldset" disabled={!view.open} aria-label="绩效目标申报表">
        <section
          className={isNoted(form) ? 'paper paper-noted' : 'paper'}
          aria-label={form.title.join('')}
          {...keys}
        >
          <HeaderTable />
          <GoalBoxes />
          <KindChoice />
          <IndicatorTable
            offered={offered}
            noted={isNoted(form)}
            onFold={() => setUnfolded(!unfolded)}
          />
          <NoteList form={form} />
        </section>
      </fieldset>
    </SheetContext>
  );
}

/** The filling with its head as the other parts of the application have it. */
function useTaken(form: Form, filling: Filling): Filling {
  const { view, data, draft } = useApplication();
  const { list } = useRecommenders();
  const entry = useOwnEntry();
  const chosen = draft.values.get(pathOf('project', [RECOMMENDER]));
  return withSaidHead(form, filling, {
    values: draft.values,
    entry,
    facts: data.guide.lines.find(({ id }) => id === view.line)?.facts ?? [],
    applicant: view.organisation.name,
    recommender: list?.find(({ id }) => id === chosen)?.name ?? '',
  });
}

interface KeyParts {
  readonly form: Form;
  readonly filling: Filling;
  readonly years: readonly string[];
  readonly type: (address: FieldAddress, text: string) => void;
  readonly write: (filling: Filling) => void;
  readonly setTyping: (field: string) => void;
}

function useKeys({ form, filling, years, type, write, setTyping }: KeyParts) {
  return useSheetKeys({
    grid: gridOf(form, filling, years),
    restore: (field, text) => {
      const address = readAddress(field);
      if (address) type(address, text);
    },
    onTyping: setTyping,
    onEnter: () => {},
    onLeave: () => {},
    onPaste: (field, text) => {
      if (!isSheet(text)) return false;
      write(pasted(form, filling, years, field, text).filling);
      return true;
    },
    // The draft is everybody's: what was written is changed by writing again.
    undo: () => {},
    redo: () => {},
  });
}
