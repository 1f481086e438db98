import type { DeskFault } from '@fuchi/platform-browser/desk-fetch';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import type { Regions } from '@fuchi/values/region';
import { useCallback, useRef } from 'react';
import { type Draft, type OwnView, ownView } from '../contract.ts';
import { CodeField } from './code-field.tsx';
import { KeptNote } from './kept-note.tsx';
import { LetterButton } from './letter-button.tsx';
import { PlaceFields } from './place-fields.tsx';
import { PurposeChoice } from './purpose-choice.tsx';
import { ScanField } from './scan-field.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

interface Props {
  readonly own: OwnView & { readonly draft: Draft };
  readonly regions: Regions;
  readonly onHandedIn: (own: OwnView) => void;
}

/** The unit, whom to call, and the two papers. Kept while it is typed, until it is handed in. */
export function UnitForm({ own, regions, onHandedIn }: Props) {
  const { draft, change: keep, kept, stop } = useKeptDraft(own.draft, own.savedAt);
  const { busy, fault, ask, tell } = useDesk();
  const faulty = useRef(fault);
  faulty.current = fault;
  /** What was wrong with a field is said until it is changed. */
  const change = useCallback(
    (part: Partial<Draft>) => {
      keep(part);
      if (faulty.current) tell(withoutFields(faulty.current, Object.keys(part)));
    },
    [keep, tell],
  );
  const again = own.registration?.state === 'returned';
  const send = async () => {
    stop(true);
    const asked = { method: 'POST', path: '/api/registration', body: draft } as const;
    const next = await ask(asked, ownView);
    if (next) return onHandedIn(next);
    stop(false);
  };
  const field = (key: 'name' | 'contactName' | 'contactPhone' | 'contactEmail') => ({
    value: draft[key],
    onChange: (value: string) => change({ [key]: value }),
    path: key,
    fault,
  });
  return (
    <div className="registration-form">
      <EntryForm
        send={again ? '重新提交' : '提交审核'}
        sending="正在提交"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
        aside={<KeptNote kept={kept} />}
      >
        <Panel title="单位">
          <div className="registration-fields">
            <PurposeChoice value={draft.purpose} onChange={(purpose) => change({ purpose })} />
            <CodeField draft={draft} onChange={change} fault={fault} />
            <Field
              label="单位名称"
              autoComplete="organization"
              hint="与营业执照一致。"
              {...field('name')}
            />
            <PlaceFields draft={draft} regions={regions} onChange={change} fault={fault} />
          </div>
        </Panel>
        <Panel title="联系人">
          <div className="registration-fields">
            <Field label="姓名" autoComplete="name" {...field('contactName')} />
            <Field label="电话" autoComplete="tel" {...field('contactPhone')} />
            <Field
              label="邮箱（可不填）"
              autoComplete="email"
              hint="不填的，审核结果发到您账号的邮箱。"
              {...field('contactEmail')}
            />
          </div>
        </Panel>
        <Panel title="材料">
          <div className="registration-fields">
            <ScanField
              purpose="licence"
              scan={own.licence}
              upload={draft.licence}
              onChange={(licence) => change({ licence })}
              fault={fault}
            />
            <ScanField
              purpose="authorisation"
              scan={own.authorisation}
              upload={draft.authorisation}
              onChange={(authorisation) => change({ authorisation })}
              fault={fault}
            />
            <LetterButton draft={draft} person={own.person.name} />
          </div>
        </Panel>
      </EntryForm>
    </div>
  );
}

/** What is still wrong: the code's reason belongs to the code. */
function withoutFields(fault: DeskFault, paths: readonly string[]): DeskFault | undefined {
  const changed = paths.includes('codeOverride') ? [...paths, 'creditCode'] : paths;
  const faults = fault.faults.filter(({ path }) => !changed.includes(path));
  return faults.length === 0 && fault.faults.length > 0 ? undefined : { ...fault, faults };
}
