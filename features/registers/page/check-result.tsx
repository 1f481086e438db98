import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Alert } from 'antd';
import type { CheckView, RegisterView } from '../contract.ts';
import { ChangeList } from './change-list.tsx';
import { PlacesForm } from './places-form.tsx';
import { yearText } from './register-words.ts';

interface Props {
  readonly register: RegisterView;
  readonly check: CheckView;
  readonly onPlaces: (places: Readonly<Record<string, number>>) => void;
}

type Fault = CheckView['faults'][number];

const COLUMNS: readonly DataColumn<Fault>[] = [
  { key: 'cell', title: '位置', heads: true, text: ({ cell }) => cell },
  { key: 'message', title: '错误', text: ({ message }) => message },
  { key: 'fix', title: '怎么改', text: ({ fix }) => fix || '—' },
];

/** What was found in a file: its columns, its faults all at once, its doubts, and what it would change. */
export function CheckResult({ register, check, onPlaces }: Props) {
  const { missing, good, faultyRows, faults, checkDigit, noCode, base, changes } = check;
  const used = Object.values(check.places);
  const strange = check.headings.filter(({ at }) => !used.includes(at));
  return (
    <div className="register-steps">
      {missing.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`没有找到必需的列：${missing.join('、')}。请指定它们是文件里的哪一列，或者改正列名后重新上传。`}
        />
      )}
      {missing.length > 0 ? (
        <PlacesForm register={register} check={check} onPlaces={onPlaces} />
      ) : (
        <details>
          <summary>
            {strange.length === 0
              ? `全部${check.headings.length}列都认得，核对列的对应`
              : `有${strange.length}列没有用到（${strange.map(({ text }) => text).join('、')}），核对列的对应`}
          </summary>
          <PlacesForm register={register} check={check} onPlaces={onPlaces} />
        </details>
      )}
      {missing.length === 0 && (
        <>
          <p role="status">
            可以导入<strong>{good}</strong>行
            {faultyRows > 0 && (
              <>
                ，有错误的<strong>{faultyRows}</strong>行
              </>
            )}
            。
          </p>
          {faultyRows > 0 && (
            <DataTable
              title="错误"
              columns={COLUMNS}
              rows={faults}
              rowKey={(fault) => `${fault.cell} ${fault.message}`}
              empty=""
              {...(faults.length < faultyRows && {
                aside: <span>只列出前{faults.length}处。</span>,
              })}
            />
          )}
          <Doubt
            doubt={checkDigit}
            says="信用代码的校验位不符。早年发的个别代码确是如此，请与名单原件核对。"
          />
          <Doubt
            doubt={noCode}
            says="没有信用代码。只能按名称提示，不能作答：这些单位仍是“未核”。"
          />
        </>
      )}
      {changes && (
        <section aria-label="与上一版的变化">
          <h3 className="register-counts">
            {base
              ? `与${base.year === '' ? '' : yearText(base.year)}第${base.number}版（截至${base.asOf}）比`
              : '第一次导入'}
          </h3>
          <ChangeList changes={changes} />
        </section>
      )}
    </div>
  );
}

function Doubt({ doubt, says }: { readonly doubt: CheckView['noCode']; readonly says: string }) {
  const { count, rows } = doubt;
  if (count === 0) return null;
  const where = `第${rows.join('、')}行${count > rows.length ? '等' : ''}`;
  return <Alert type="warning" showIcon title={`${count}行（${where}）：${says}`} />;
}
