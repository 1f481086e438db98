import { Panel } from '@fuchi/ui/panel.tsx';
import '@fuchi/ui/entry/entry.css';
import { isSum } from '../asked-amount.ts';
import { COUNTS } from '../asked-count.ts';
import { ASKED } from '../asked-names.ts';
import { useApplication } from '../frame/application-world.ts';
import { AskedField } from '../frame/asked-field.tsx';
import '../frame/asked-fields.css';
import { KnownUnitPanel } from './known-unit-panel.tsx';

const LONG = '单位简介';

/** What the application form says of the unit: the register's own part, and what is asked. */
export function UnitPage() {
  const { name, creditCode } = useApplication().view.organisation;
  return (
    <Panel title="申报单位">
      <p className="panel-lead">
        {name}
        {creditCode !== null && <span className="quiet"> 统一社会信用代码 {creditCode}</span>}
      </p>
      <KnownUnitPanel />
      <div className="asked-fields">
        {ASKED.unit.map((asked) => (
          <AskedField
            key={asked}
            part="unit"
            steps={[asked]}
            date={asked === '成立日期'}
            long={asked === LONG}
            {...(asked === LONG && { most: 4000 })}
            sum={isSum('unit', asked)}
            count={COUNTS.includes(asked)}
          />
        ))}
      </div>
    </Panel>
  );
}
