import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import { LEVELS, SET_UP_KINDS, throughList, type UnitRow, unitMade } from '../contract-unit.ts';
import { PlaceFields, sentPlace, type TypedPlace } from './place-fields.tsx';
import { WhyDialog } from './why-dialog.tsx';

interface Props {
  readonly unit: UnitRow;
  readonly onChanged: () => void;
}

/** What a unit is, and how that is put right; closing it. */
export function UnitPanel({ unit, onChanged }: Props) {
  const [cities, setCities] = useState<z.infer<typeof throughList>>();
  const [closing, setClosing] = useState(false);
  const { busy, fault, ask, tell } = useDesk();
  const path = `/api/accounts/units/${unit.id}`;
  const active = unit.status === 'active';
  const setUp = SET_UP_KINDS.some((kind) => kind === unit.kind);
  const amend = async () => setCities(await ask({ path: '/api/accounts/city-units' }, throughList));
  const close = async (why: string) => {
    const body = { why };
    if (!(await ask({ method: 'POST', path: `${path}/close`, body }, unitMade))) return;
    setClosing(false);
    onChanged();
  };
  return (
    <Panel
      title="单位"
      aside={
        active &&
        !cities &&
        unit.kind !== 'administration' && (
          <div className="entry-actions">
            {setUp && (
              <Button disabled={busy} onClick={() => void amend()}>
                修改
              </Button>
            )}
            <Button
              danger
              onClick={() => {
                tell(undefined);
                setClosing(true);
              }}
            >
              关闭单位
            </Button>
          </div>
        )
      }
    >
      <dl className="accounts-facts">
        <Fact name="种类" value={unit.kindName} />
        <Fact name="统一社会信用代码" value={unit.creditCode} />
        <Fact name="层级" value={unit.level && LEVELS[unit.level]} />
        <Fact name="部门" value={unit.department} />
        <Fact
          name="地区"
          value={unit.territoryName && `${unit.territoryName}（${unit.territory}）`}
        />
        <Fact name="经由" value={unit.through?.name ?? null} />
        <Fact name="曾用名" value={unit.formerNames.join('、') || null} />
        <Fact
          name="状态"
          value={unit.mergedInto === null ? (active ? '正常' : '已关闭') : `并入${unit.mergedInto}`}
        />
      </dl>
      {cities && (
        <AmendForm
          unit={unit}
          cities={cities}
          onDone={(changed) => {
            setCities(undefined);
            if (changed) onChanged();
          }}
        />
      )}
      {closing && (
        <WhyDialog
          title={`关闭${unit.name}`}
          go="关闭单位"
          danger
          busy={busy}
          fault={fault && { ...fault, message: fault.faults[0]?.message ?? fault.message }}
          onGo={(why) => void close(why)}
          onClose={() => setClosing(false)}
        >
          <p>
            关闭以后，其中的岗位全部终止，邀请作废，不能再打开；以前办的事都留在记录里。
            {unit.creditCode !== null && '信用代码可以重新注册。'}
          </p>
        </WhyDialog>
      )}
    </Panel>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

interface AmendProps {
  readonly unit: UnitRow;
  readonly cities: z.infer<typeof throughList>;
  readonly onDone: (changed: boolean) => void;
}

function AmendForm({ unit, cities, onDone }: AmendProps) {
  const [name, setName] = useState(unit.name);
  const [place, setPlace] = useState<TypedPlace>({
    level: unit.level ?? ('' as const),
    department:
      unit.department === '工信' || unit.department === '财政' ? unit.department : ('' as const),
    territory: unit.territory ?? '',
    through: unit.through?.id ?? '',
  });
  const { busy, fault, ask } = useDesk();
  const send = async () => {
    const body = { name, place: unit.kind === 'recommender' ? sentPlace(place) : null };
    const path = `/api/accounts/units/${unit.id}`;
    if (await ask({ method: 'PUT', path, body }, unitMade)) onDone(true);
  };
  return (
    <div className="accounts-entry">
      <h3>修改单位</h3>
      <EntryForm
        send="保存"
        sending="正在保存"
        busy={busy}
        fault={
          fault && {
            ...fault,
            message: fault.faults.find((f) => f.path === '')?.message ?? fault.message,
          }
        }
        onSend={() => void send()}
        aside={<Button onClick={() => onDone(false)}>不改了</Button>}
      >
        <Field
          label="单位名称"
          value={name}
          onChange={setName}
          autoComplete="off"
          hint="改名以后，原来的名称留作曾用名。"
          path="name"
          fault={fault}
        />
        {unit.kind === 'recommender' && (
          <PlaceFields place={place} onChange={setPlace} cities={cities} fault={fault} />
        )}
      </EntryForm>
    </div>
  );
}
