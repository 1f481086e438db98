import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { ORGANISATION_KINDS } from '@fuchi/workflow/role';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type * as z from 'zod';
import { SET_UP_KINDS, throughList, unitMade } from '../contract-unit.ts';
import { PageFault } from './page-fault.tsx';
import { NO_PLACE, PlaceFields, sentPlace } from './place-fields.tsx';
import './accounts.css';

type Kind = (typeof SET_UP_KINDS)[number];

/** `/accounts/new`: one unit of a kind that an administrator sets up. */
export function NewUnitPage() {
  usePageTitle('新建单位');
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('recommender');
  const [name, setName] = useState('');
  const [place, setPlace] = useState(NO_PLACE);
  const [cities, setCities] = useState<z.infer<typeof throughList>>();
  const { fault: cityFault, ask: askCities } = useDesk();
  const { busy, fault, ask } = useDesk();
  useEffect(() => {
    void askCities({ path: '/api/accounts/city-units' }, throughList).then(setCities);
  }, [askCities]);
  if (!cities) return <PageFault title="新建单位" to="/accounts/new" fault={cityFault} />;
  const send = async () => {
    const body = kind === 'recommender' ? { kind, name, place: sentPlace(place) } : { kind, name };
    const made = await ask({ method: 'POST', path: '/api/accounts/units', body }, unitMade);
    if (made) void navigate({ to: '/accounts/units/$unit', params: { unit: made.id } });
  };
  return (
    <>
      <div className="page-title">
        <h1>新建单位</h1>
        <p>
          申报单位自己注册，不在这里建。许多推荐单位可以<Link to="/accounts/import">一次导入</Link>
          。
        </p>
      </div>
      <section className="panel" aria-label="新单位">
        <EntryForm
          send="新建"
          sending="正在新建"
          busy={busy}
          fault={fault}
          onSend={() => void send()}
          aside={
            <Link to="/accounts" activeOptions={{ exact: true }}>
              不建了
            </Link>
          }
        >
          <Choice
            label="种类"
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            choices={SET_UP_KINDS.map((value) => ({ value, text: ORGANISATION_KINDS[value] }))}
            path="kind"
            fault={fault}
          />
          <Field
            label="单位名称"
            value={name}
            onChange={setName}
            autoComplete="off"
            path="name"
            fault={fault}
          />
          {kind === 'recommender' && (
            <PlaceFields place={place} onChange={setPlace} cities={cities} fault={fault} />
          )}
        </EntryForm>
      </section>
    </>
  );
}
