import { Alert, Button } from 'antd';
import type { AnnexReading } from './contract.ts';

interface Props {
  readonly reading: AnnexReading;
  readonly busy: boolean;
  readonly onTake: () => void;
}

/** What a list that came back says, before any of it is taken into the draft. */
export function AnnexResult({ reading, busy, onTake }: Props) {
  const { saves, rows, added, faults } = reading;
  return (
    <div className="annex-result">
      <Alert
        type={faults.length > 0 ? 'warning' : 'success'}
        showIcon
        title={
          saves.length === 0
            ? '没有读出核定数'
            : `读出${rows}行的核定数${added > 0 ? `，其中${added}行是补上的` : ''}`
        }
      />
      {faults.length > 0 && (
        <>
          <p>有{faults.length}处读不出，所在的行没有取：</p>
          <ul className="plain-list">
            {faults.map(({ sheet, cell, message, fix }) => (
              <li key={`${sheet} ${cell} ${message}`}>
                <span className="clause">
                  {sheet} {cell}
                </span>{' '}
                {message}
                {fix !== '' && <span className="quiet">（{fix}）</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {saves.length > 0 && (
        <Button type="primary" loading={busy} onClick={onTake}>
          把核定数写进草稿
        </Button>
      )}
    </div>
  );
}
