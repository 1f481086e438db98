import { type DeskFault, deskFetch } from '@fuchi/platform-browser/desk-fetch';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import type { Regions } from '@fuchi/values/region';
import { useEffect, useState } from 'react';
import { type Draft, type RecommenderChoices, recommenderChoices } from '../contract.ts';

interface Props {
  readonly draft: Draft;
  readonly regions: Regions;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly fault: DeskFault | undefined;
}

/** Where the unit is registered, and which recommender looks at it: chosen from those of the place. */
export function PlaceFields({ draft, regions: { all }, onChange, fault }: Props) {
  const { territory, recommender } = draft;
  const [offered, setOffered] = useState<RecommenderChoices>();
  useEffect(() => {
    setOffered(undefined);
    if (territory === '') return;
    const stop = new AbortController();
    const path = `/api/registration/recommenders?territory=${territory}`;
    void deskFetch({ path, signal: stop.signal }, recommenderChoices)
      .then((answer) => setOffered(answer.ok ? answer.value : undefined))
      .catch(() => undefined);
    return () => stop.abort();
  }, [territory]);
  useEffect(() => {
    if (!offered || offered.choices.some(({ id }) => id === recommender)) return;
    const [first, ...others] = offered.choices;
    const next = first && others.length === 0 ? first.id : '';
    if (next !== recommender) onChange({ recommender: next });
  }, [offered, recommender, onChange]);
  const cities = all.filter(({ level }) => level === 'city');
  const city = cities.find(({ code }) => code.slice(0, 4) === territory.slice(0, 4));
  const counties = all.filter((region) => region.level === 'county' && region.city === city?.name);
  return (
    <>
      <div className="registration-place">
        <Choice
          label="注册地（设区市）"
          value={city?.code ?? ''}
          onChange={(code) => onChange({ territory: code })}
          choices={[{ value: '', text: '请选择' }, ...cities.map(choiceOf)]}
          path="territory"
          fault={fault}
        />
        {city && (
          <Choice
            label="县（市、区）"
            value={territory}
            onChange={(code) => onChange({ territory: code })}
            choices={[
              { value: city.code, text: '市属（开发区、园区等）' },
              ...counties.map(choiceOf),
            ]}
            path="county"
            fault={fault}
          />
        )}
      </div>
      {territory !== '' && (
        <>
          <Choice
            label="项目推荐单位"
            value={recommender}
            onChange={(id) => onChange({ recommender: id === '' ? '' : id })}
            choices={[
              { value: '', text: offered?.choices.length === 0 ? '没有可选的单位' : '请选择' },
              ...(offered?.choices ?? []).map(({ id, name }) => ({ value: id, text: name })),
            ]}
            path="recommender"
            fault={fault}
          />
          {offered && offered.note !== '' && (
            <p className="small quiet" role="status">
              {offered.note}
            </p>
          )}
        </>
      )}
    </>
  );
}

function choiceOf({ code, name }: { readonly code: string; readonly name: string }) {
  return { value: code, text: name };
}
