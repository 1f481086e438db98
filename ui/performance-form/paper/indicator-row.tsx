import { addressText, targetAt } from '@fuchi/forms/field-address';
import { TICK } from '@fuchi/forms/sheet-rows';
import { targetRows, withTargets } from '@fuchi/forms/typed-text';
import { FieldNotes } from '../sheet/field-notes.tsx';
import { type FormLine, isOff, type Merged } from '../sheet/form-lines.ts';
import { boxField } from '../sheet/grid.ts';
import { useSheet } from '../sheet/sheet-world.ts';
import { TextCell } from '../sheet/text-cell.tsx';
import { type RowNote, rowNotes } from './row-notes.ts';
import { ValueCell } from './value-cell.tsx';
import { YearCells } from './year-cells.tsx';

interface Props {
  readonly line: FormLine;
  readonly index: number;
  /** Whether any row has something said beside it. */
  readonly noted: boolean;
}

/** One target: the levels that begin here, the label, the value and what is said beside. */
export function IndicatorRow({ line, index, noted }: Props) {
  const { form, filling, change } = useSheet();
  const { indicator, label, levels, kind } = line;
  const off = isOff(line);
  const name = [...levels, label].join(' ');
  const notes = rowNotes(form, line);
  const notesId = notes.length > 0 ? `notes-${line.key}` : undefined;
  const rows = targetRows(form, filling, indicator.id);
  const about = targetAt(indicator.id, index, 'about');
  return (
    <tr className={off ? 'row-off' : undefined}>
      <LevelCells line={line} />
      <th
        scope="row"
        className={indicator.partOf ? 'label-cell label-part' : 'label-cell'}
        colSpan={form.grouping && (kind === '' || indicator.wide) ? 2 : 1}
      >
        {label}
        {indicator.repeated > 0 && (
          <span className="cell-line cell-about">
            <TextCell
              address={about}
              name={`${name}，产品或项目`}
              kind="line"
              placeholder="填产品或项目名称"
              off={off}
            />
            {rows.length > 1 && !off && (
              <button
                type="button"
                className="link small"
                aria-label={`删除${label}`}
                onClick={() =>
                  change('', (now) =>
                    withTargets(
                      form,
                      now,
                      indicator.id,
                      rows.filter((_, i) => i !== index),
                    ),
                  )
                }
              >
                删除
              </button>
            )}
          </span>
        )}
        {indicator.repeated > 0 && <FieldNotes field={addressText(about)} />}
      </th>
      <td className="value-cell">
        <ValueCell indicator={indicator} index={index} name={name} off={off} notes={notesId} />
      </td>
      <YearCells
        addressOf={(year) => targetAt(indicator.id, index, 'year', year)}
        name={name}
        yearly={indicator.yearly !== undefined}
        off={off}
      />
      {noted && <NoteCell id={notesId} notes={notes} />}
    </tr>
  );
}

/** The headings merged down that begin at a line. */
function LevelCells({ line }: { readonly line: FormLine }) {
  return (
    <>
      {line.one && <LevelCell level="one" merged={line.one} />}
      {line.two && <LevelCell level="two" merged={line.two} />}
      {line.group && <GroupCell line={line} rows={line.group.rows} />}
    </>
  );
}

function LevelCell({ level, merged }: { readonly level: string; readonly merged: Merged }) {
  return (
    <th scope="rowgroup" rowSpan={merged.rows} className={`level-${level}`}>
      <span>{merged.name}</span>
    </th>
  );
}

/** A kind of project, with its box where the form prints one. */
function GroupCell({ line, rows }: { readonly line: FormLine; readonly rows: number }) {
  const { form, filling, type } = useSheet();
  const name = line.kind;
  const address = { kind: 'kind', name } as const;
  return (
    <th scope="rowgroup" rowSpan={rows} className="level-group">
      {form.grouping?.boxes ? (
        <label>
          {name}
          <input
            type="checkbox"
            id={boxField(line)}
            data-field={boxField(line)}
            checked={filling.kinds.includes(name)}
            onChange={({ target }) => type(address, target.checked ? TICK : '')}
          />
        </label>
      ) : (
        name
      )}
      {isOff(line) && <span className="off-word">没有选，不填</span>}
    </th>
  );
}

function NoteCell({
  id,
  notes,
}: {
  readonly id: string | undefined;
  readonly notes: readonly RowNote[];
}) {
  return (
    <td className="note-cell" id={id}>
      {notes.map(({ kind, says }) => (
        <p key={says} className={`note-${kind}`}>
          {kind === 'doubt' && <strong>存疑：</strong>}
          {says}
        </p>
      ))}
    </td>
  );
}
