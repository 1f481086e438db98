import { tellPortal } from '@fuchi/platform-browser/portal-news';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { useServerNow } from '@fuchi/ui/server-clock';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { portalView } from '../contract-portal.ts';

interface Props {
  /** After the clock was set: what waits and what is open may be other than before. */
  readonly onSet: () => void;
}

const DAY = 86_400_000;
const STEPS = [
  { name: '一天后', by: DAY },
  { name: '一周后', by: 7 * DAY },
  { name: '三十天后', by: 30 * DAY },
] as const;

/** 模拟时间: sets the demonstration's clock on, for everybody, which can't be taken back. */
export function ClockControl({ onSet }: Props) {
  const now = useServerNow(60_000);
  const [day, setDay] = useState('');
  const [time, setTime] = useState('09:00');
  const [to, setTo] = useState<Date>();
  const { busy, fault, ask, tell } = useDesk();
  if (now === undefined) return null;
  const close = () => {
    setTo(undefined);
    tell(undefined);
  };
  const chosen = momentOf(day, time);
  const set = async () => {
    if (!to) return;
    const body = { to: to.toISOString() };
    const path = '/api/demonstration/clock';
    if (!(await ask({ method: 'POST', path, body }, portalView))) return;
    setTo(undefined);
    setDay('');
    tellPortal();
    onSet();
  };
  return (
    <Panel title="模拟时间">
      <p className="quiet small">
        演示时可以把时间往后拨，看截止以后的样子。所有人的时间一起变，不能往回拨。
      </p>
      <div className="desk-clock-steps">
        {STEPS.map(({ name, by }) => (
          <Button key={name} size="small" onClick={() => setTo(new Date(now + by))}>
            {name}
          </Button>
        ))}
      </div>
      <form
        className="desk-clock-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTo(chosen);
        }}
      >
        <Field label="拨到" value={day} onChange={setDay} autoComplete="off" date />
        <Field label="时间" value={time} onChange={setTime} autoComplete="off" time />
        <Button htmlType="submit" disabled={chosen === undefined}>
          往后拨……
        </Button>
      </form>
      {to && (
        <Dialog
          open
          title="往后拨模拟时间"
          okText="拨到这个时间"
          cancelText="取消"
          confirmLoading={busy}
          onOk={() => void set()}
          onCancel={close}
        >
          <p>
            现在是 <span className="amount">{momentText(new Date(now).toISOString())}</span>，要拨到{' '}
            <strong className="amount">{momentText(to.toISOString())}</strong>。
          </p>
          <p>所有人看到的时间都会变，到期的时限随之截止，拨过以后不能往回拨。</p>
          <div role="alert">
            {fault && (
              <Alert type="error" showIcon title={fault.faults[0]?.message ?? fault.message} />
            )}
          </div>
        </Dialog>
      )}
    </Panel>
  );
}

/** Where the fund is run, whatever clock the browser's machine keeps. */
function momentOf(day: string, time: string): Date | undefined {
  const at = new Date(`${day}T${time}:00+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
