import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import {
  type CheckView,
  checkView,
  type RegisterView,
  registerView,
  type VersionView,
} from '../contract.ts';
import { CheckResult } from './check-result.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { ListFile } from './list-file.tsx';
import { yearText } from './register-words.ts';
import './registers.css';

interface Props {
  readonly id: string;
  /** The year whose list is imported, where the page was opened for one. */
  readonly year: string | undefined;
}

type Places = Readonly<Record<string, number>>;

/** `/registers/$register/import`: a file is looked at as a whole, then becomes the version that answers. */
export function ImportPage({ id, year: given }: Props) {
  const [register, setRegister] = useState<RegisterView>();
  const [year, setYear] = useState(given ?? '');
  const [upload, setUpload] = useState<string>();
  const [places, setPlaces] = useState<Places | null>(null);
  const [check, setCheck] = useState<CheckView>();
  const [done, setDone] = useState<VersionView>();
  const reading = useDesk();
  const { busy, fault, ask } = useDesk();
  usePageTitle(register ? `导入${register.title}` : '导入名单');
  const path = `/api/registers/${encodeURIComponent(id)}`;
  const { ask: read } = reading;
  useEffect(() => {
    void read({ path }, registerView).then((found) => {
      setRegister(found);
      if (found?.yearly) setYear((now) => now || (found.lists[0]?.year ?? ''));
    });
  }, [read, path]);

  const look = useCallback(
    async (next: string, at: Places | null, of: string) => {
      setCheck(undefined);
      const body = { upload: next, year: of, places: at };
      const found = await ask({ method: 'POST', path: `${path}/checks`, body }, checkView);
      if (found) setCheck(found);
    },
    [ask, path],
  );
  const take = (next: string | undefined) => {
    setUpload(next);
    setPlaces(null);
    setCheck(undefined);
    if (next !== undefined) void look(next, null, year);
  };
  const place = (next: Places) => {
    setPlaces(next);
    if (upload !== undefined) void look(upload, next, year);
  };
  const turn = (next: string) => {
    setYear(next);
    if (upload !== undefined && /^\d{4}$/.test(next)) void look(upload, places, next);
  };

  if (reading.fault) return <PageState>{reading.fault.message}</PageState>;
  if (!register) return <PageState>正在读取……</PageState>;
  if (!register.mayImport) {
    return <PageState>名单由综合规划处和条线处室导入，您的岗位只能查看。</PageState>;
  }
  if (done) return <Imported register={register} version={done} />;
  return (
    <>
      <div className="page-title">
        <p className="small">
          <Link to="/registers">名单</Link> ·{' '}
          <Link to="/registers/$register" params={{ register: id }}>
            {register.title}
          </Link>
        </p>
        <h1>导入{register.title}</h1>
        <p className="quiet">{register.says}</p>
      </div>
      <Panel title="一、选择名单" aside={<Button href={`${path}/template`}>下载模板</Button>}>
        <ListFile register={register} year={year} onYear={turn} onUpload={take} />
      </Panel>
      {(busy || fault || check) && (
        <Panel title="二、核对">
          <div role="status">{busy && '正在读取名单、与上一版比较……'}</div>
          <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
          {check && <CheckResult register={register} check={check} onPlaces={place} />}
        </Panel>
      )}
      {check && check.missing.length === 0 && upload !== undefined && !busy && (
        <Panel title="三、确认导入">
          <ConfirmForm
            register={register}
            check={check}
            asked={{ upload, year, places }}
            onDone={setDone}
          />
        </Panel>
      )}
    </>
  );
}

function Imported({
  register,
  version,
}: {
  readonly register: RegisterView;
  readonly version: VersionView;
}) {
  return (
    <>
      <div className="page-title">
        <h1>导入{register.title}</h1>
      </div>
      <Panel title="已经导入">
        <div className="register-steps" role="status">
          <p>
            {version.year !== '' && yearText(version.year)}第{version.number}版，共{version.entries}
            行，截至{version.asOf}，从现在起用它作答。
          </p>
          <p>
            <Link to="/registers/$register" params={{ register: register.id }}>
              查看这份名单
            </Link>
            {'　'}
            <Link to="/registers">回到全部名单</Link>
          </p>
        </div>
      </Panel>
    </>
  );
}
