import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type RegisterView, registerView } from '../contract.ts';
import { ColumnTable } from './column-table.tsx';
import { EntriesPanel } from './entries-panel.tsx';
import { LIST_STATE, yearText } from './register-words.ts';
import { StateTag } from './state-tag.tsx';
import { VersionsPanel } from './versions-panel.tsx';
import './registers.css';

interface Props {
  readonly id: string;
}

/** `/registers/$register`: one register, its rows, its versions and how its file looks. */
export function RegisterPage({ id }: Props) {
  const [register, setRegister] = useState<RegisterView>();
  const { fault, ask } = useDesk();
  usePageTitle(register?.title ?? '名单');
  const path = `/api/registers/${encodeURIComponent(id)}`;
  const read = useCallback(async () => {
    setRegister(await ask({ path }, registerView));
  }, [ask, path]);
  useEffect(() => void read(), [read]);
  if (fault) return <PageState>{fault.message}</PageState>;
  if (!register) return <PageState>正在读取……</PageState>;
  const { title, keeper, says, lists, mayImport } = register;
  return (
    <>
      <div className="page-title">
        <p className="small">
          <Link to="/registers">名单</Link>
        </p>
        <h1>{title}</h1>
        <p className="quiet">
          {says}由{keeper}公布。
        </p>
      </div>
      <Panel
        title="现在用的"
        aside={
          mayImport && (
            <Link to="/registers/$register/import" params={{ register: id }} search={{}}>
              导入
            </Link>
          )
        }
      >
        <ul className="register-lists">
          {lists.map((list) => (
            <li key={list.year}>
              <p className="register-list-state">
                {register.yearly && <strong>{yearText(list.year)}</strong>}
                <StateTag state={LIST_STATE[list.state]} />
                {list.version && (
                  <span>
                    第{list.version.number}版，截至{list.version.asOf}，共
                    {list.version.entries}行
                    {list.validUntil !== null && `，有效至${list.validUntil}`}
                  </span>
                )}
              </p>
              {list.version && <p className="quiet small">依据：{list.version.source}</p>}
              {list.settles.length > 0 && (
                <p className="quiet small">得出的申报事实：{list.settles.join('、')}</p>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <EntriesPanel key={lists.map(({ version }) => version?.id).join(' ')} register={register} />
      <VersionsPanel register={register} onChange={() => void read()} />
      <Panel title="文件的列" aside={<Button href={`${path}/template`}>下载模板</Button>}>
        <ColumnTable columns={register.columns} />
      </Panel>
    </>
  );
}
