import { useDesk } from '@fuchi/platform-browser/use-desk';
import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { type ApplicationList, applicationList, begun } from '../contract.ts';
import { PartLink } from './part-link.tsx';

interface Props {
  /** Where a draft that was begun is opened. */
  readonly onBegun: (id: string) => void;
}

/** `/applications`: the unit's applications, and what may be begun now. */
export function ApplicationsPage({ onBegun }: Props) {
  usePageTitle('我的申报');
  const { ask, busy, fault } = useDesk();
  const [list, setList] = useState<ApplicationList>();
  useEffect(() => {
    void ask({ path: '/api/applications' }, applicationList).then(setList);
  }, [ask]);
  const begin = async (round: string, line: string) => {
    const body = { round, line };
    const made = await ask({ method: 'POST', path: '/api/applications', body }, begun);
    if (made) onBegun(made.id);
  };
  return (
    <>
      <div className="page-title">
        <h1>我的申报</h1>
      </div>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      {!list && !fault && <PageState>正在读取……</PageState>}
      {list && list.applications.length > 0 && <OwnList list={list} />}
      {list?.open.map(({ round, name, lines }) => (
        <Panel key={round} title={`${name}：可以申报的项目类别`}>
          {lines.length === 0 && <p className="quiet">现在没有开放的项目类别。</p>}
          <ul className="task-list">
            {lines.map(({ line, title, deadline }) => (
              <li key={line}>
                <span>
                  {title}
                  {deadline !== null && (
                    <span className="quiet small application-deadline">
                      截止 {momentText(deadline)}
                    </span>
                  )}
                </span>
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={`申报${title}`}
                  onClick={() => void begin(round, line)}
                >
                  申报
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      {list?.open.length === 0 && (
        <Panel title="可以申报的项目类别">
          <p className="quiet">现在没有开放申报的批次。</p>
        </Panel>
      )}
    </>
  );
}

function OwnList({ list }: { readonly list: ApplicationList }) {
  return (
    <Panel title="本单位的申报">
      <div className="table-scroll">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">项目类别</th>
              <th scope="col">状态</th>
              <th scope="col">申报截止</th>
              <th scope="col">受理编号</th>
            </tr>
          </thead>
          <tbody>
            {list.applications.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <PartLink application={one.id} part="">
                    {one.title === '' ? '（未填项目名称）' : one.title}
                  </PartLink>
                </th>
                <td>{one.lineTitle}</td>
                <td>{one.stateName}</td>
                <td>{one.deadline === null ? '' : momentText(one.deadline)}</td>
                <td>{one.number ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
