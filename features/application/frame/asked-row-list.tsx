import { pathOf } from '@fuchi/record-application/contract-path';
import { AskOnceMore } from '@fuchi/ui/ask-once-more.tsx';
import { newRowKey } from '@fuchi/ui/facts/row-key';
import { useFocusKept } from '@fuchi/ui/use-focus-kept';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ASKED } from '../asked-names.ts';
import { type AskedRow, askedRows, type RowPart } from '../asked-rows.ts';
import { useApplication } from './application-world.ts';
import './asked-row-list.css';

interface Props {
  readonly part: RowPart;
  /** One of them: 参与单位. */
  readonly name: string;
  /** What they are counted by: 家. */
  readonly counter: string;
  /** What a new one says from the start, by its columns. */
  readonly given?: Readonly<Record<string, string>>;
  /** What other parts of the application already say of rows that aren't there yet. */
  readonly known?: readonly Readonly<Record<string, string>>[];
  readonly children: (row: AskedRow) => ReactNode;
}

/** Rows of asked texts, a group of fields each; a row is taken away after it was asked once more. */
export function AskedRowList(props: Props) {
  const { part, name, counter, given = {}, known = [], children } = props;
  const { view, draft, change } = useApplication();
  const rows = askedRows(draft.values, part);
  const more = useFocusKept<HTMLButtonElement>(rows.length);
  const add = (all: readonly Readonly<Record<string, string>>[]) => {
    const orders = [...draft.values].flatMap(([path, value]) =>
      path.startsWith(`${part}/`) && typeof value === 'object' && value !== null && 'order' in value
        ? [value.order]
        : [],
    );
    const first = Math.max(-1, ...orders) + 1;
    change(
      all.flatMap((said, i) => {
        const key = newRowKey();
        return [
          { path: pathOf(part, [key]), value: { order: first + i } },
          ...Object.entries(said).map(([column, value]) => ({
            path: pathOf(part, [key, column]),
            value,
          })),
        ];
      }),
    );
  };
  const remove = ({ key, cells }: AskedRow) => {
    const told = ASKED[part].filter((column) => cells.has(column));
    change([
      { path: pathOf(part, [key]), value: null },
      ...told.map((column) => ({ path: pathOf(part, [key, column]), value: null })),
    ]);
  };
  return (
    <>
      {rows.map((row, i) => {
        const title = `第${i + 1}${counter}${name}`;
        return (
          <fieldset key={row.key} className="asked-row" aria-label={title}>
            <div className="asked-row-head">
              <h3>{title}</h3>
              {view.open &&
                (isUntold(row, given) ? (
                  <Button size="small" aria-label={`删除${title}`} onClick={() => remove(row)}>
                    删除
                  </Button>
                ) : (
                  <AskOnceMore
                    name="删除"
                    label={`删除${title}`}
                    says="删除后不能恢复。"
                    yes="确认删除"
                    no="不删"
                    onYes={() => remove(row)}
                  />
                ))}
            </div>
            <div className="asked-fields">{children(row)}</div>
          </fieldset>
        );
      })}
      {view.open && (
        <Button ref={more} className="asked-row-add" onClick={() => add([given])}>
          增加一{counter}
          {name}
        </Button>
      )}
      {view.open && known.length > 0 && (
        <Button className="asked-row-add" type="primary" onClick={() => add(known)}>
          列入已填的{known.length}
          {counter}
        </Button>
      )}
    </>
  );
}

/** Whether a row says nothing but what it said from the start. */
function isUntold({ cells }: AskedRow, given: Readonly<Record<string, string>>): boolean {
  return [...cells].every(([column, text]) => given[column] === text);
}
