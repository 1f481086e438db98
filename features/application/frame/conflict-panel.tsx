import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { FieldValue } from '@fuchi/record-application/contract';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { useApplication } from './application-world.ts';

/** Fields that two people changed: both values, and the choice. Until it is made the other's value is the kept one. */
export function ConflictPanel() {
  const { draft, keeper, data } = useApplication();
  if (draft.conflicts.size === 0) return null;
  return (
    <Panel title={`有${draft.conflicts.size}处与他人的修改不一致，请选定`}>
      <div className="table-scroll">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">字段</th>
              <th scope="col">您填的</th>
              <th scope="col">他人填的</th>
            </tr>
          </thead>
          <tbody>
            {[...draft.conflicts].map(([path, { yours, theirs }]) => (
              <tr key={path}>
                <th scope="row">{fieldName(data.guide, path)}</th>
                <td>
                  {valueText(yours)}{' '}
                  <Button size="small" onClick={() => keeper.decide(path, 'yours')}>
                    用我的
                  </Button>
                </td>
                <td>
                  {valueText(theirs.value)}
                  <span className="quiet small">
                    （{theirs.by} {momentText(theirs.at)}）
                  </span>{' '}
                  <Button size="small" onClick={() => keeper.decide(path, 'theirs')}>
                    用对方的
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** @example fieldName(guide, 'fact/贷款/k3/本金') // '项目固定资产贷款：本金' */
function fieldName(guide: CheckedGuide, path: string): string {
  const [part = '', ...steps] = path.split('/');
  if (part !== 'fact') return steps.join(' ');
  const [fact = '', , column = ''] = steps;
  const spec = guide.facts[fact];
  const inner = spec?.columns.find((c) => c.id === column);
  return [spec?.label ?? fact, ...(inner ? [inner.label] : [])].join('：');
}

function valueText(value: FieldValue): string {
  if (value === null) return '（删去）';
  if (typeof value === 'string') return value === '' ? '（空）' : value;
  if (Array.isArray(value)) return value.join('、');
  if ('none' in value) return '无';
  if ('complete' in value) return value.complete ? '已列全' : '未列全';
  return '有这一行';
}
