import { sm3 } from '@fuchi/record-event/event-digest';

/** What is taken along of the trail, to be held against it later. */
export interface TrailDigest {
  /** When it was exported, as text. */
  readonly exported: string;
  /** The sealed days, the first first. */
  readonly seals: readonly DigestedDay[];
  /** What came after the last seal, up to an event; undefined where nothing did. */
  readonly tail: DigestedTail | undefined;
}

export interface DigestedDay {
  readonly day: string;
  /** All events until its end. */
  readonly events: number;
  readonly lastEvent: string;
  readonly digest: string;
}

export interface DigestedTail {
  /** Events since the last seal. */
  readonly events: number;
  readonly lastEvent: string;
  readonly digest: string;
}

const TITLE = '扶持操作记录摘要 第1版';
const NOTE =
  '每行：封存 日期 截至当日的事件数 末个事件 摘要；其后 未封存的事件数 末个事件 摘要（SM3）';

/**
 * The file, as text: a line for each sealed day, one for what came since, and the digest of the file itself, by which
 * damage on the way is told from a change of the trail.
 */
export function digestText({ exported, seals, tail }: TrailDigest): string {
  const lines = [
    TITLE,
    NOTE,
    `导出 ${exported}`,
    ...seals.map((s) => `封存 ${s.day} ${s.events} ${s.lastEvent} ${s.digest}`),
    ...(tail ? [`其后 ${tail.events} ${tail.lastEvent} ${tail.digest}`] : []),
  ];
  const said = `${lines.join('\n')}\n`;
  return `${said}文件 ${sm3(said)}\n`;
}

const DAY = /^封存 (\d{4}-\d\d-\d\d) (\d{1,15}) (\d{1,18}) ([0-9a-f]{64})$/;
const TAIL = /^其后 (\d{1,15}) (\d{1,18}) ([0-9a-f]{64})$/;
const EXPORTED = /^导出 (.+)$/;

/**
 * Reads what `digestText` wrote; line ends of other systems and a mark at the beginning are no damage.
 * @returns undefined where it is no such file, or was damaged
 */
export function readDigestText(text: string): TrailDigest | undefined {
  const said = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const [, body, own] = /^([\s\S]*\n)文件 ([0-9a-f]{64})\n*$/.exec(said) ?? [];
  if (body === undefined || sm3(body) !== own) return undefined;
  const [title, , stamp = '', ...lines] = body.trimEnd().split('\n');
  const [, exported] = EXPORTED.exec(stamp) ?? [];
  if (title !== TITLE || exported === undefined) return undefined;
  const seals: DigestedDay[] = [];
  let tail: DigestedTail | undefined;
  for (const line of lines) {
    const day = DAY.exec(line);
    const rest = TAIL.exec(line);
    if (day) {
      const [, on = '', events, lastEvent = '', digest = ''] = day;
      seals.push({ day: on, events: Number(events), lastEvent, digest });
    } else if (rest && tail === undefined) {
      const [, events, lastEvent = '', digest = ''] = rest;
      tail = { events: Number(events), lastEvent, digest };
    } else return undefined;
  }
  return { exported, seals, tail };
}
