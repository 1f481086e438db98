import { momentText } from './moment-text.ts';

interface Props {
  /** ISO 8601. */
  readonly at: string;
  /** A day is enough, or the minute is told as well. */
  readonly by?: 'day' | 'minute';
}

/** When something happened, where the fund is run. @example <Moment at="2022-03-16T01:05:00Z" /> // 2022-03-16 09:05 */
export function Moment({ at, by = 'minute' }: Props) {
  const text = momentText(at);
  return (
    <time className="amount" dateTime={at}>
      {by === 'day' ? text.slice(0, 10) : text}
    </time>
  );
}
