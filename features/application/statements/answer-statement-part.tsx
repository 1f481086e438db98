import { Button } from 'antd';
import { useState } from 'react';
import type { AskedStatement } from './contract.ts';
import { ReasonForm } from './reason-form.tsx';
import { RecordForm } from './record-form.tsx';

interface Props {
  readonly statement: AskedStatement;
  readonly onAnswered: (list: readonly AskedStatement[]) => void;
}

/** What a recommender may do with what is asked of it: state it, or say no; and take back what it stated. */
export function AnswerStatement({ statement, onAnswered }: Props) {
  const [doing, setDoing] = useState<'record' | 'decline' | 'take-back'>();
  const shared = {
    statement,
    onAnswered: (list: readonly AskedStatement[]) => {
      setDoing(undefined);
      onAnswered(list);
    },
    onClose: () => setDoing(undefined),
  };
  if (doing === 'record') return <RecordForm {...shared} />;
  if (doing !== undefined) return <ReasonForm {...shared} does={doing} />;
  return (
    <div className="statement-actions">
      {statement.state === 'asked' ? (
        <>
          <Button type="primary" onClick={() => setDoing('record')}>
            登记意见
          </Button>
          <Button onClick={() => setDoing('decline')}>不出具</Button>
        </>
      ) : (
        <Button size="small" onClick={() => setDoing('take-back')}>
          收回，重新登记
        </Button>
      )}
    </div>
  );
}
