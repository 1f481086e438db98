const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From here on a deadline is near. */
const NEAR = 3 * DAY;

export interface TimeLeft {
  readonly state: 'far' | 'near' | 'over';
  /** How long until then, or since: 3天4小时. */
  readonly text: string;
}

/**
 * How long until a deadline, in the two largest units that matter. Its own moment is still in time.
 * @param at,now milliseconds since 1970
 * @example timeLeft(Date.parse('2022-03-19T05:00Z'), Date.parse('2022-03-16T01:00Z')) // { state: 'far', text: '3天4小时' }
 */
export function timeLeft(at: number, now: number): TimeLeft {
  const left = at - now;
  if (left < 0) return { state: 'over', text: lengthText(-left) };
  return { state: left <= NEAR ? 'near' : 'far', text: lengthText(left) };
}

/** @example lengthText(100 * 60_000) // '1小时40分钟' */
function lengthText(length: number): string {
  const days = Math.floor(length / DAY);
  const hours = Math.floor((length % DAY) / HOUR);
  const minutes = Math.floor((length % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return minutes > 0 ? `${hours}小时${minutes}分钟` : `${hours}小时`;
  const seconds = Math.floor((length % MINUTE) / SECOND);
  return minutes > 0 ? `${minutes}分${String(seconds).padStart(2, '0')}秒` : `${seconds}秒`;
}
