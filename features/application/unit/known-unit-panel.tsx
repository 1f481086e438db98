import { useDesk } from '@fuchi/platform-browser/use-desk';
import { pathOf } from '@fuchi/record-application/contract-path';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { type KnownUnit, knownUnit } from './contract.ts';
import './known-unit-panel.css';

/** What is known of the unit and not filled in yet: one button takes it over, and what was typed stays. */
export function KnownUnitPanel() {
  const { view, draft, change } = useApplication();
  const { ask } = useDesk();
  const [known, setKnown] = useState<KnownUnit>([]);
  const path = `/api/applications/${view.id}/known-unit`;
  useEffect(() => {
    void ask({ path }, knownUnit).then((list) => list && setKnown(list));
  }, [ask, path]);
  const open = known.filter(({ name }) => (draft.values.get(pathOf('unit', [name])) ?? '') === '');
  if (!view.open || open.length === 0) return null;
  return (
    <section className="known-unit" aria-label="已知的单位信息">
      <p>
        以下{open.length}
        项已经知道，还没有填。带入后请核对，可以再改；与年度有关的数字只取自同一年度。
      </p>
      <dl>
        {open.map(({ name, value, source }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value.length > MOST ? `${value.slice(0, MOST)}……` : value}
              <span className="quiet small">取自{source}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Button
        onClick={() =>
          change(open.map(({ name, value }) => ({ path: pathOf('unit', [name]), value })))
        }
      >
        全部带入
      </Button>
    </section>
  );
}

/** Of a long text, as much as tells which one it is. */
const MOST = 60;
