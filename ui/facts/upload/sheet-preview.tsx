import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { FieldEntry } from '@fuchi/policy/facts/entry';
import { Button } from 'antd';
import { Dialog } from '../../dialog.tsx';
import { MOST_PASTED } from '../../pasted-cells.ts';
import type { RowSheet, SheetFault } from './read-row-sheet.ts';

interface Props {
  readonly name: string;
  readonly rowWord: string;
  readonly sheet: RowSheet;
  readonly columns: readonly FactSpec[];
  readonly count: number;
  readonly onTake: (how: 'add' | 'replace') => void;
  readonly onLeave: () => void;
}

const MOST_SHOWN = 10;
const MOST_FAULTS = 100;

/** What a spreadsheet has, before any of it is taken: its rows, and what is wrong with which cell. */
export function SheetPreview({ name, rowWord, sheet, columns, count, onTake, onLeave }: Props) {
  const { rows, faults, unknown, left, totals } = sheet;
  const filled = columns.filter(({ id }) => rows.some(({ cells }) => cells[id] !== undefined));
  const isMuch = count + rows.length > MOST_PASTED;
  return (
    <Dialog
      open
      width={860}
      title={`“${name}”里的内容`}
      onCancel={onLeave}
      footer={[
        <Button key="leave" onClick={onLeave}>
          不取
        </Button>,
        count > 0 && (
          <Button key="replace" disabled={rows.length === 0} onClick={() => onTake('replace')}>
            替换现有的{count}
            {rowWord}
          </Button>
        ),
        <Button
          key="add"
          type="primary"
          disabled={rows.length === 0 || isMuch}
          onClick={() => onTake('add')}
        >
          {count > 0 ? `接在后面，添加${rows.length}${rowWord}` : `添加${rows.length}${rowWord}`}
        </Button>,
      ]}
    >
      <p>
        读出{rows.length}
        {rowWord}
        {left > 0 && `；另有${left}行有问题，没有取，改好后可以单独上传`}
        {'。文件在本浏览器里读取，没有上传；添加以后才作为填写的内容保存。'}
      </p>
      {unknown.length > 0 && <p>没有认出这几列，没有取：{unknown.join('、')}。</p>}
      {totals.length > 0 && <p>第{totals.join('、')}行是合计，没有取：合计由系统计算。</p>}
      {isMuch && (
        <p role="alert">
          加上现有的{count}行，超过了一张表最多的{MOST_PASTED}行，不能接在后面。
        </p>
      )}
      {faults.length > 0 && <Faults faults={faults} />}
      {rows.length > 0 && (
        <div className="sheet-preview">
          <table className="small" aria-label="读出的行">
            <thead>
              <tr>
                <th scope="col">行</th>
                {filled.map(({ id, label, unit }) => (
                  <th key={id} scope="col">
                    {label}
                    {unit !== '' && <span className="quiet">（{unit}）</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, MOST_SHOWN).map(({ row, cells }) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {filled.map(({ id }) => (
                    <td key={id}>{shown(cells[id])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > MOST_SHOWN && (
        <p className="quiet small">
          这里只列前{MOST_SHOWN}
          {rowWord}。
        </p>
      )}
    </Dialog>
  );
}

function Faults({ faults }: { readonly faults: readonly SheetFault[] }) {
  return (
    <>
      <h3 className="sheet-faults-title">要改的单元格（{faults.length}处）</h3>
      <ul className="sheet-faults" aria-label="要改的单元格">
        {faults.slice(0, MOST_FAULTS).map(({ at, says }) => (
          <li key={`${at} ${says}`}>
            <b>{at}</b> {says}
          </li>
        ))}
      </ul>
      {faults.length > MOST_FAULTS && <p className="quiet small">这里只列前{MOST_FAULTS}处。</p>}
    </>
  );
}

function shown(field: FieldEntry | undefined): string {
  if (typeof field === 'string') return field;
  return Array.isArray(field) ? field.join('、') : '';
}
