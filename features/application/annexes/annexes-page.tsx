import { useDesk } from '@fuchi/platform-browser/use-desk';
import { FileDrop } from '@fuchi/ui/file-drop.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { AnnexResult } from './annex-result.tsx';
import { type AnnexReading, type AnnexView, annexList, annexReading } from './contract.ts';
import './annexes.css';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILES = [
  ['xlsx', 'Excel，核定后上传'],
  ['docx', 'Word，盖章用'],
  ['pdf', 'PDF，盖章用'],
] as const;

/** Lists that a bank or an auditor confirms: taken along for them, and taken in again. */
export function AnnexesPage() {
  const { view, change } = useApplication();
  const { ask, busy, fault } = useDesk();
  const [annexes, setAnnexes] = useState<readonly AnnexView[]>();
  const [read, setRead] = useState<{ readonly annex: number; readonly reading: AnnexReading }>();
  const path = `/api/applications/${view.id}`;
  useEffect(() => {
    void ask({ path: `${path}/annexes` }, annexList).then((list) => list && setAnnexes(list));
  }, [ask, path]);
  const take = async ({ number }: AnnexView, [file]: readonly File[]) => {
    if (!file) return;
    setRead(undefined);
    const bytes = new Blob([file], { type: XLSX });
    const asked = { method: 'POST', path: `${path}/annexes/${number}/reading`, bytes } as const;
    const reading = await ask(asked, annexReading);
    if (reading) setRead({ annex: number, reading });
  };
  return (
    <>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      <Panel title="第三方核定的表">
        <p className="quiet small panel-lead">
          表里印着草稿里的行。交银行或会计师事务所核定、盖章后，盖章的扫描件作为材料上传；Excel
          传回来可以读出核定数。
        </p>
        {annexes?.length === 0 && <p>这个项目类别没有要由第三方核定的表。</p>}
        {annexes?.map((annex) => (
          <section key={annex.number} className="annex" aria-label={annex.title}>
            <h3>
              {annex.title}
              <span className="quiet small">由{annex.issuer}核定</span>
            </h3>
            <p className="quiet small">
              随“{annex.paper}”。草稿里有{annex.rows}行{annex.addsRows && '，核定单位可以补行'}。
            </p>
            <ul className="annex-files">
              {FILES.map(([as, says]) => (
                <li key={as}>
                  <a href={`${path}/annexes/${annex.number}/file?as=${as}`} download>
                    {says}
                  </a>
                </li>
              ))}
            </ul>
            {view.open && (
              <FileDrop
                label={`上传核定后的${annex.title}`}
                hint="填好的 Excel（.xlsx）"
                accept=".xlsx"
                many={false}
                items={[]}
                onFiles={(files) => void take(annex, files)}
                onRemove={() => {}}
              />
            )}
            {read?.annex === annex.number && (
              <AnnexResult
                reading={read.reading}
                busy={busy}
                onTake={() => {
                  change(read.reading.saves);
                  setRead(undefined);
                }}
              />
            )}
          </section>
        ))}
      </Panel>
    </>
  );
}
