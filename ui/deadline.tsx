import { deadlineText } from './moment-text.ts';
import { useServerNow } from './server-clock.ts';
import { timeLeft } from './time-left.ts';
import './deadline.css';

interface Props {
  /** ISO 8601. */
  readonly at: string;
  /** What it is once it has passed: a clock of a round 已截止, work that somebody owes 已逾期 and for how long. */
  readonly past?: 'closed' | 'overdue';
  /** Whether the exact moment stands beside the countdown; on by default. */
  readonly exact?: boolean;
}

/**
 * A deadline by the server's clock: how long there is until then, and when exactly. Until the server said what time it
 * is, only when.
 * @example <Deadline at="2022-04-15T09:00:00Z" /> // 还剩3天4小时 2022-04-15 17:00
 */
export function Deadline({ at, past = 'closed', exact = true }: Props) {
  const now = useServerNow(1000);
  const left = now === undefined ? undefined : timeLeft(Date.parse(at), now);
  return (
    <span className="deadline">
      {left && (
        <span className={`deadline-left deadline-${left.state}`}>
          <Clock over={left.state === 'over'} />
          {left.state !== 'over' && `还剩${left.text}`}
          {left.state === 'over' && (past === 'closed' ? '已截止' : `已逾期${left.text}`)}
        </span>
      )}
      {(exact || !left) && (
        <time className="deadline-at" dateTime={at}>
          {deadlineText(at)}
        </time>
      )}
    </span>
  );
}

/** Goes with the words: a clock, struck out once it has run out. */
function Clock({ over }: { readonly over: boolean }) {
  return (
    <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.5" className="sign-ground" />
      <path d="M8 4.5V8l2.4 1.6" className="sign-mark" />
      {over && <path d="M2.5 13.5l11-11" className="sign-mark" />}
    </svg>
  );
}
