import { Button } from 'antd';
import { useState } from 'react';
import type { AskedStatement } from './contract.ts';
import { DeclineForm } from './decline-form.tsx';
import { RecordForm } from './record-form.tsx';

interface Props {
  readonly statement: AskedStatement;
  readonly onAnswered: (list: readonly AskedStatement[]) => void;
}

/** What a recommender may do with what is asked of it: state it, or say no. */
export function AnswerStatement({ statement, onAnswered }: Props) {
  const [doing, setDoing] = useState<'record' | 'decline'>();
  const shared = { statement, onAnswered, onClose: () => setDoing(undefined) };
  if (doing === 'record') return <RecordForm {...shared} />;
  if (doing === 'decline') return <DeclineForm {...shared} />;
  return (
    <div className="statement-actions">
      <Button type="primary" onClick={() => setDoing('record')}>
        登记意见
      </Button>
      <Button onClick={() => setDoing('decline')}>不出具</Button>
    </div>
  );
}
