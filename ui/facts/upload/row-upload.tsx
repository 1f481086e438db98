import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Entry } from '@fuchi/policy/facts/entry';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { latePart } from '../../late-part.tsx';
import { useFieldWorld } from '../field-context.ts';
import type { RowSheet } from './read-row-sheet.ts';
import { saveTemplate } from './save-template.ts';

/** With the dialog it stands in, loaded only when there is something to show. */
const SheetPreview = latePart(async () => (await import('./sheet-preview.tsx')).SheetPreview);

interface Props {
  /** What the list is called on the page. */
  readonly title: string;
  readonly rowWord: string;
  /** All columns a file may fill. */
  readonly columns: readonly FactSpec[];
  /** Those of the template. */
  readonly shown: readonly FactSpec[];
  /** How many rows the list has. */
  readonly count: number;
  readonly onTake: (rows: readonly Entry[], how: 'add' | 'replace') => void;
}

/** Takes the rows of a spreadsheet; it is read in the browser, and nothing is taken before it was shown. */
export function RowUpload({ title, rowWord, columns, shown, count, onTake }: Props) {
  const { guide, regions, saveFile } = useFieldWorld();
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [told, setTold] = useState('');
  const [found, setFound] = useState<{ readonly name: string; readonly sheet: RowSheet }>();
  const read = async (file: File | undefined) => {
    if (!file) return;
    setTold('');
    setReading(true);
    try {
      // Loaded only when there is a file to read.
      const { readRowSheet } = await import('./read-row-sheet.ts');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const units = new Set(guide.guide.units);
      const answer = readRowSheet(bytes, columns, { units, regions });
      if (answer.ok) setFound({ name: file.name, sheet: answer.sheet });
      else setTold(`“${file.name}”没有读取：${answer.says}`);
    } catch {
      setTold(`“${file.name}”没有读取：请检查网络和文件后再试。`);
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      <Button size="small" loading={reading} onClick={() => input.current?.click()}>
        上传Excel
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={`${title}：选择Excel文件`}
        onChange={({ target }) => {
          void read(target.files?.[0]);
          // The same file, mended, can be chosen again.
          target.value = '';
        }}
      />
      <Button
        size="small"
        type="link"
        aria-label={`下载模板：${title}`}
        onClick={() => void saveTemplate(title, shown, saveFile)}
      >
        下载模板
      </Button>
      {told !== '' && (
        <span className="gap small" role="alert">
          {told}
        </span>
      )}
      {found && (
        <SheetPreview
          name={found.name}
          rowWord={rowWord}
          sheet={found.sheet}
          columns={columns}
          count={count}
          onTake={(how) => {
            onTake(
              found.sheet.rows.map(({ cells }) => cells),
              how,
            );
            setFound(undefined);
          }}
          onLeave={() => setFound(undefined)}
        />
      )}
    </>
  );
}
