import { pathOf } from '@fuchi/record-application/contract-path';
import { Input } from 'antd';
import { useApplication } from '../frame/application-world.ts';
import { askedId } from '../frame/use-asked-focus.ts';
import type { AuditFirms } from './contract.ts';
import { classOf, UNCHECKED } from './firm-class.ts';

interface Props {
  readonly row: string;
  /** The class as it is written in the draft. */
  readonly told: string | undefined;
  /** Undefined while it is read. */
  readonly listed: AuditFirms | undefined;
  /** The register couldn't be read: the firm can be written all the same. */
  readonly unread: string | undefined;
  readonly wrong: string | undefined;
}

/** The firm, out of the year's register or in free words; its class is the register's and goes with it. */
export function FirmField({ row, told, listed, unread, wrong }: Props) {
  const { view, draft, change } = useApplication();
  const path = pathOf('audit', [row, '会计师事务所']);
  const kept = draft.values.get(path);
  const firm = typeof kept === 'string' ? kept : '';
  const id = askedId([row, '会计师事务所']);
  const write = (next: string) => {
    const found = listed && classOf(listed, next);
    change([
      { path, value: next === '' ? null : next },
      {
        path: pathOf('audit', [row, '综合评价等级']),
        value: next === '' ? null : (found ?? UNCHECKED),
      },
    ]);
  };
  return (
    <div className="entry-field">
      <label htmlFor={id}>会计师事务所</label>
      <Input
        id={id}
        value={firm}
        list={`${id}-firms`}
        maxLength={200}
        autoComplete="off"
        disabled={!view.open || (!listed && unread === undefined)}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong !== undefined}
        onChange={({ target }) => write(target.value)}
      />
      <datalist id={`${id}-firms`}>
        {listed?.firms.map(({ name, class: of }) => (
          <option key={name} value={name}>
            {of}级
          </option>
        ))}
      </datalist>
      <div id={`${id}-hint`} className={wrong === undefined ? 'quiet small' : 'entry-wrong small'}>
        {wrong ?? (listed ? classText(listed, firm, told) : (unread ?? '正在读取名单……'))}
      </div>
    </div>
  );
}

function classText(listed: AuditFirms, firm: string, told: string | undefined): string {
  const { source } = listed;
  if (source === null) return '等级未核：当年的事务所名单还没有导入。';
  if (firm === '') return `从名单里选，名单上没有的直接填写。名单：${source}`;
  const found = classOf(listed, firm);
  if (found === undefined) return `等级未核：不在${source}上。`;
  if (told !== found) return `在${source}上是${found}级，请重新选一次。`;
  return `综合评价${told}级，据${source}。`;
}
