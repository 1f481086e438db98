import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { FileDrop } from '@fuchi/ui/file-drop.tsx';
import { sheetCells } from '@fuchi/ui/pasted-cells';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useId, useState } from 'react';
import { type ImportView, importView, MOST_CELLS, sheetRows } from '../contract-unit.ts';
import { ImportRows } from './import-rows.tsx';
import './accounts.css';

const PATH = '/api/accounts/recommenders';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `/accounts/import`: the recommenders of the whole province, from a spreadsheet or pasted from one. */
export function ImportPage() {
  usePageTitle('导入推荐单位');
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<File>();
  const [rows, setRows] = useState<readonly (readonly string[])[]>();
  const [view, setView] = useState<ImportView>();
  const { busy, fault, ask } = useDesk();
  const id = useId();

  const clear = () => {
    setFile(undefined);
    setRows(undefined);
    setView(undefined);
  };
  const look = async (cells: readonly (readonly string[])[]) => {
    const asked = cells.map((row) => row.slice(0, MOST_CELLS));
    const body = { rows: asked, carryOut: false };
    const found = await ask({ method: 'POST', path: `${PATH}/import`, body }, importView);
    if (!found) return;
    setRows(asked);
    setView(found);
  };
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    clear();
    setFile(chosen);
    setPasted('');
    const bytes = new Blob([chosen], { type: XLSX });
    const found = await ask({ method: 'POST', path: `${PATH}/sheet`, bytes }, sheetRows);
    if (found) await look(found.rows);
  };
  const carryOut = async () => {
    if (!rows) return;
    const body = { rows, carryOut: true };
    const done = await ask({ method: 'POST', path: `${PATH}/import`, body }, importView);
    if (done) setView(done);
  };
  const fresh = view?.rows.filter(({ outcome }) => outcome === 'new').length ?? 0;

  return (
    <>
      <div className="page-title">
        <h1>导入推荐单位</h1>
        <p>
          设区市、县（市）的工信和财政部门可以一次导入。先核对，再建；有错的行不影响其他行，改好后整张表再导一次即可，已有的不会重复建。
        </p>
      </div>
      <section className="panel" aria-label="表格">
        <ol className="accounts-steps">
          <li>
            <a href={`${PATH}/template`} download>
              下载模板
            </a>
            ，填写单位名称、层级、部门、地区；经由单位可以不填，默认为所属设区市的同部门单位。
          </li>
          <li>
            <FileDrop
              label="填好的 Excel 文件"
              hint="Excel 文件（.xlsx），不超过500行。"
              accept=".xlsx"
              items={file ? [itemOf(file)] : []}
              onFiles={([chosen]) => void read(chosen)}
              onRemove={clear}
            />
          </li>
          <li>
            <Field
              label="或者从 Excel、WPS 复制后粘贴在这里"
              value={pasted}
              onChange={setPasted}
              autoComplete="off"
              lines={5}
            />
            <Button
              disabled={pasted.trim() === '' || busy}
              onClick={() => {
                clear();
                void look(sheetCells(pasted));
              }}
            >
              核对粘贴的内容
            </Button>
          </li>
        </ol>
        <div role="alert">
          {fault && (
            <Alert
              type="error"
              showIcon
              title={fault.faults.map(({ message }) => message).join('；') || fault.message}
            />
          )}
        </div>
      </section>
      {view && (
        <section className="panel" aria-labelledby={`${id}-rows`}>
          <div className="panel-head">
            <h2 id={`${id}-rows`}>{view.made > 0 ? '导入结果' : '核对结果'}</h2>
            {fresh > 0 && (
              <Button type="primary" loading={busy} onClick={() => void carryOut()}>
                新建{fresh}个单位
              </Button>
            )}
          </div>
          <div role="status">
            {view.made > 0 && (
              <Alert
                className="accounts-done"
                type="success"
                showIcon
                title={
                  <>
                    已新建{view.made}个单位。
                    <Link to="/accounts" activeOptions={{ exact: true }}>
                      查看单位
                    </Link>
                  </>
                }
              />
            )}
          </div>
          <ImportRows rows={view.rows} />
        </section>
      )}
    </>
  );
}

function itemOf({ name, size }: File) {
  return { key: name, name, size, received: size, state: 'whole', message: '' } as const;
}
