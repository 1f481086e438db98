import type { FactSpec } from '@fuchi/policy/checked-guide';
import { type Entry, type FieldEntry, isRows, type RowsEntry } from '@fuchi/policy/facts/entry';
import { Button, Checkbox } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isSheet } from '../pasted-cells.ts';
import { useKept } from '../use-kept.ts';
import { FieldContext } from './field-context.ts';
import { pasted } from './paste.ts';
import { newRowKey } from './row-key.ts';
import { type RowBelow, RowLine } from './row-line.tsx';
import { rowWord } from './row-word.ts';
import { focusCell, focusRow, moveByKey } from './sheet-keys.ts';
import { RowUpload } from './upload/row-upload.tsx';
import { useRowChanges } from './use-row-changes.ts';
import { useRowWorld } from './use-row-world.ts';

export interface RowTableProps {
  readonly spec: FactSpec;
  readonly path: string;
  readonly entry: RowsEntry;
  readonly onChange: (entry: RowsEntry) => void;
  /** The row the list lies in. */
  readonly within?: string;
  readonly below?: RowBelow;
}

/** A list as a table one writes in. Columns that follow from others stay away until asked for. */
export function RowTable({ spec, path, entry, onChange, within = '', below }: RowTableProps) {
  const rowWorld = useRowWorld(path);
  const { asked, faults } = rowWorld;
  const [all, setAll] = useState(false);
  /** What stood here before the last paste or upload. */
  const [before, setBefore] = useState<{ entry: RowsEntry; by: '粘贴' | '上传' } | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const columns = spec.columns.filter((c) => c.type.kind !== 'rows');
  const derived = columns.filter((c) => c.derivations.length > 0);
  const wanted = (column: FactSpec) =>
    column.derivations.length === 0 ||
    all ||
    entry.rows.some((row) => isTold(row.cells[column.id])) ||
    [asked?.path, ...faults.map((f) => f.path)].some(
      (p) => p?.startsWith(`${path}[`) && p.endsWith(`].${column.id}`),
    );
  const shown = useKept(columns.filter(wanted), sameColumns);
  const word = rowWord(spec);

  const { replace, remove, removedAt } = useRowChanges(entry, onChange);
  const add = () => onChange({ ...entry, rows: [...entry.rows, { key: newRowKey(), cells: {} }] });

  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const cell = event.target instanceof Element ? event.target.closest('td') : null;
    const row = Number(cell?.closest('tr')?.dataset['row'] ?? Number.NaN);
    const column = Number(cell?.dataset['column'] ?? Number.NaN);
    // A table within a row takes its own paste.
    if (cell?.closest('.row-table') !== event.currentTarget) return;
    if (!isSheet(text) || Number.isNaN(row) || Number.isNaN(column)) return;
    event.preventDefault();
    setBefore({ entry, by: '粘贴' });
    const answer = pasted(entry, shown, { row, column }, text);
    setNotes(answer.notes);
    onChange(answer.entry);
  };

  const take = (cells: readonly Entry[], how: 'add' | 'replace') => {
    setBefore({ entry, by: '上传' });
    setNotes([]);
    const taken = cells.map((row) => ({ key: newRowKey(), cells: row }));
    onChange({ ...entry, rows: how === 'add' ? [...entry.rows, ...taken] : taken });
  };

  const box = useRef<HTMLFieldSetElement>(null);
  const beginsAt = useRef('');
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const column = moveByKey(event);
    if (column === undefined) return;
    // Beyond the last row Enter begins the next, as in a sheet.
    beginsAt.current = column;
    add();
  };
  const count = entry.rows.length;
  const more = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const column = beginsAt.current;
    beginsAt.current = '';
    if (column !== '' && box.current) focusCell(box.current, count - 1, column);
    const removed = removedAt.current;
    removedAt.current = undefined;
    if (removed === undefined || !box.current) return;
    // The row that stands there now, or else the one before it.
    if (!focusRow(box.current, Math.min(removed, count - 1))) more.current?.focus();
  }, [count, removedAt]);

  return (
    <fieldset
      ref={box}
      className="row-table"
      aria-label={`${within}${spec.label}`}
      onPaste={paste}
      onKeyDown={keys}
    >
      {entry.rows.length > 0 && (
        <div className="row-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">序号</th>
                {shown.map((c) => (
                  <th key={c.id} scope="col">
                    {c.label}
                    {c.unit !== '' && <span className="quiet">（{c.unit}）</span>}
                  </th>
                ))}
                <th scope="col">操作</th>
              </tr>
            </thead>
            <FieldContext value={rowWorld}>
              <tbody>
                {entry.rows.map((row, i) => (
                  <RowLine
                    key={row.key}
                    row={row}
                    name={`第${i + 1}${word}`}
                    path={`${path}[${i + 1}]`}
                    number={i + 1}
                    within={within}
                    columns={shown}
                    below={below}
                    onReplace={replace}
                    onRemove={remove}
                  />
                ))}
              </tbody>
            </FieldContext>
          </table>
        </div>
      )}
      <div className="row-tools">
        <Button ref={more} size="small" onClick={add}>
          添加一{word}
        </Button>
        <RowUpload
          title={`${within}${spec.label}`}
          rowWord={word}
          columns={columns}
          shown={shown}
          count={entry.rows.length}
          onTake={take}
        />
        {before && (
          <Button
            size="small"
            onClick={() => {
              onChange(before.entry);
              setBefore(null);
              setNotes([]);
            }}
          >
            撤销{before.by}
          </Button>
        )}
        <span role="status" className="gap small">
          {notes.join('')}
        </span>
        {entry.rows.length > 0 && (
          <span className="quiet small">可从Excel复制多行，在单元格里粘贴；回车到下一行</span>
        )}
        <span className="row-complete">
          <Checkbox
            checked={entry.complete}
            aria-label={`${within}${spec.label}：${completeText(entry)}`}
            onChange={({ target }) => onChange({ ...entry, complete: target.checked })}
          >
            {completeText(entry)}
          </Checkbox>
          {!entry.complete && entry.rows.length > 0 && (
            <span className="quiet small">没列全时，合计只作下限</span>
          )}
        </span>
        {derived.length > 0 && (
          <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
            显示可推算的{derived.length}列
          </Checkbox>
        )}
      </div>
    </fieldset>
  );
}

function sameColumns(a: readonly FactSpec[], b: readonly FactSpec[]): boolean {
  return a.length === b.length && a.every((column, i) => column === b[i]);
}

function completeText({ rows }: RowsEntry): string {
  return rows.length === 0 ? '一项也没有' : '已列全，没有别的了';
}

function isTold(field: FieldEntry | undefined): boolean {
  if (field === undefined || isRows(field)) return false;
  return typeof field !== 'string' || field !== '';
}
