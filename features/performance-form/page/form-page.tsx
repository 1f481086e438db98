import { addressText, type FieldAddress, readAddress } from '@fuchi/forms/field-address';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import { hasYears, offeredYears } from '@fuchi/forms/filling-years';
import { withText } from '@fuchi/forms/typed-text';
import type { Form } from '@fuchi/guide/form';
import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { isSheet } from '@fuchi/ui/pasted-cells';
import { FormHead } from '@fuchi/ui/performance-form/paper/form-head.tsx';
import { GoalBoxes } from '@fuchi/ui/performance-form/paper/goal-boxes.tsx';
import { HeaderTable } from '@fuchi/ui/performance-form/paper/header-table.tsx';
import { IndicatorTable } from '@fuchi/ui/performance-form/paper/indicator-table.tsx';
import { KindChoice } from '@fuchi/ui/performance-form/paper/kind-choice.tsx';
import { NoteList } from '@fuchi/ui/performance-form/paper/note-list.tsx';
import { isNoted } from '@fuchi/ui/performance-form/paper/row-notes';
import { gridOf } from '@fuchi/ui/performance-form/sheet/grid';
import { type Pasted, pasted } from '@fuchi/ui/performance-form/sheet/paste';
import { SheetContext } from '@fuchi/ui/performance-form/sheet/sheet-world';
import {
  fieldAfter,
  focusField,
  useSheetKeys,
} from '@fuchi/ui/performance-form/sheet/use-sheet-keys';
import { byField, useFindings } from '@fuchi/ui/performance-form/use-findings';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { useMemo, useRef, useState } from 'react';
import { isBlankFilling } from './draft/draft.ts';
import { useDraft } from './draft/use-draft.ts';
import { FilePanel } from './files/file-panel.tsx';
import { ToolBar } from './paper/tool-bar.tsx';
import { VersionNotice } from './paper/version-notice.tsx';
import '@fuchi/ui/performance-form/paper/paper.css';
import '@fuchi/ui/performance-form/paper/paper-phone.css';
import '@fuchi/ui/performance-form/paper/paper-print.css';
import './form.css';

interface Props {
  readonly data: GuideData;
  readonly form: Form;
}

/** `/forms/<annex>`: a performance target form, to fill in as it is printed. */
export function FormPage({ data: { guide }, form }: Props) {
  usePageTitle(form.title.join(''));
  const [state, book] = useDraft(guide, form.id);
  const { filling } = state.draft;
  const [typing, setTyping] = useState('');
  const [told, setTold] = useState('');
  const last = useRef('');
  const offered = offeredYears(form, filling);
  const [unfolded, setUnfolded] = useState(() => hasYears(filling));
  const years = unfolded ? offered : [];
  const findings = useFindings(guide, form, filling);
  const said = useMemo(
    () => byField(findings.filter(({ where }) => addressText(where) !== typing)),
    [findings, typing],
  );
  const grid = gridOf(form, filling, years);
  const noted = isNoted(form);

  const change = (at: string, how: (filling: Filling) => Filling) => {
    setTold('');
    book.change(at, (draft) => ({ ...draft, filling: how(draft.filling) }));
  };
  const type = (address: FieldAddress, text: string) =>
    change(addressText(address), (now) => withText(form, now, address, text));
  const back = (step: 'undo' | 'redo') => {
    const at = book[step]();
    if (at === undefined) return;
    setTold(step === 'undo' ? '已撤销' : '已重做');
    requestAnimationFrame(() => focusField(at));
  };
  const paste = (field: string, text: string): boolean => {
    if (!isSheet(text)) return false;
    const result = pasted(form, filling, years, field, text);
    book.leave();
    change('', () => result.filling);
    setTold(pastedText(result));
    return true;
  };
  const keys = useSheetKeys({
    grid,
    restore: (field, text) => {
      const address = readAddress(field);
      if (address) type(address, text);
    },
    onTyping: setTyping,
    onEnter: (field) => {
      last.current = field;
    },
    onLeave: book.leave,
    onPaste: paste,
    undo: () => back('undo'),
    redo: () => back('redo'),
  });

  const wanted = findings.filter((finding) => finding.severity !== 'remark');
  const missing = wanted.filter((finding) => finding.severity === 'missing').length;
  const next = () => {
    const fields = [...new Set(wanted.map(({ where }) => addressText(where)))];
    const field = fieldAfter(fields, last.current);
    if (field === undefined || focusField(field)) return;
    // A year's target, folded away.
    setUnfolded(true);
    requestAnimationFrame(() => focusField(field));
  };
  const clear = () => {
    book.leave();
    change('', () => blankFilling(form.id));
    setTold('已清空，可以撤销');
  };

  const world = { form, filling, years, said, type, change };
  return (
    <SheetContext value={world}>
      <FormHead guide={guide} form={form} />
      <VersionNotice
        guide={guide}
        form={form}
        draft={state.draft}
        onFollow={(how) => book.change('', how)}
      />
      <ToolBar
        state={state}
        blank={isBlankFilling(filling)}
        missing={missing}
        faults={wanted.length - missing}
        told={told}
        onNext={next}
        onUndo={() => back('undo')}
        onRedo={() => back('redo')}
        onPrint={() => window.print()}
        onClear={clear}
      />
      <section
        className={noted ? 'paper paper-noted' : 'paper'}
        aria-label={form.title.join('')}
        {...keys}
      >
        <HeaderTable />
        <GoalBoxes />
        <KindChoice />
        <IndicatorTable offered={offered} noted={noted} onFold={() => setUnfolded(!unfolded)} />
        <NoteList form={form} />
      </section>
      <FilePanel
        guide={guide}
        form={form}
        filling={filling}
        onTake={(taken) => {
          book.leave();
          change('', () => taken);
        }}
      />
    </SheetContext>
  );
}

function pastedText({ taken, off, beyond }: Pasted): string {
  return [
    `粘贴了${taken}格`,
    ...(off > 0 ? [`${off}格属于没有选的类别，没有填`] : []),
    ...(beyond > 0 ? [`${beyond}格超出表格，没有填`] : []),
  ].join('；');
}
