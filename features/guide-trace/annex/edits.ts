/**
 * One step of turning the data's characters into the text's: both have it, each has another one, only the data has it,
 * only the text has it. `data` and `text` are positions; of a step on one side only, the other side's next one.
 */
export interface Edit {
  readonly kind: 'same' | 'other' | 'data' | 'text';
  readonly data: number;
  readonly text: number;
}

/** Beyond this nothing is told apart: the two have little in common, and the table would take its time. */
const MOST_CELLS = 30_000_000;

/**
 * The fewest steps from one to the other. Steps on one side stand as far behind as they can, then are moved back to the
 * start of a part where that comes to the same: of “申请专利数申请著作权数” a row is missing, not “专利数申请”.
 * @param starts positions of the data at which a part starts
 * @example edits([...'甲乙'], [...'甲丙乙'], new Set([0])).map((e) => e.kind) // ['same', 'text', 'same']
 */
export function edits(
  data: readonly string[],
  text: readonly string[],
  starts: ReadonlySet<number>,
): readonly Edit[] {
  const most = Math.min(data.length, text.length);
  let head = 0;
  while (head < most && data[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && data.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const found: Edit[] = [];
  for (let i = 0; i < head; i++) found.push({ kind: 'same', data: i, text: i });
  const [n, m] = [data.length - head - tail, text.length - head - tail];
  found.push(
    ...between(data.slice(head, head + n), text.slice(head, head + m)).map((e) => ({
      ...e,
      data: e.data + head,
      text: e.text + head,
    })),
  );
  for (let i = 0; i < tail; i++)
    found.push({ kind: 'same', data: head + n + i, text: head + m + i });
  return settled(found, data, text, starts);
}

function between(data: readonly string[], text: readonly string[]): Edit[] {
  const [n, m] = [data.length, text.length];
  const apart = n === 0 || m === 0 || n * m > MOST_CELLS;
  if (apart) {
    return [
      ...data.map((_, i): Edit => ({ kind: 'data', data: i, text: 0 })),
      ...text.map((_, i): Edit => ({ kind: 'text', data: n, text: i })),
    ];
  }
  const wide = m + 1;
  const cost = new Uint32Array((n + 1) * wide);
  const at = (i: number, j: number) => cost[i * wide + j] ?? 0;
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++) {
      let least = i + j === 0 ? 0 : Number.POSITIVE_INFINITY;
      if (i > 0) least = Math.min(least, at(i - 1, j) + 1);
      if (j > 0) least = Math.min(least, at(i, j - 1) + 1);
      const differ = data[i - 1] === text[j - 1] ? 0 : 1;
      if (i > 0 && j > 0) least = Math.min(least, at(i - 1, j - 1) + differ);
      cost[i * wide + j] = least;
    }
  const back: Edit[] = [];
  for (let [i, j] = [n, m]; i > 0 || j > 0; ) {
    if (i > 0 && at(i, j) === at(i - 1, j) + 1) back.push({ kind: 'data', data: --i, text: j });
    else if (j > 0 && at(i, j) === at(i, j - 1) + 1)
      back.push({ kind: 'text', data: i, text: --j });
    else back.push({ kind: data[--i] === text[--j] ? 'same' : 'other', data: i, text: j });
  }
  return back.reverse();
}

function settled(
  found: Edit[],
  data: readonly string[],
  text: readonly string[],
  starts: ReadonlySet<number>,
): readonly Edit[] {
  for (let from = 0; from < found.length; from++) {
    const kind = found[from]?.kind;
    if (kind !== 'data' && kind !== 'text') continue;
    let to = from;
    while (found[to + 1]?.kind === kind) to++;
    const side = kind === 'data' ? data : text;
    const back = distance(found, from, to, kind, side, starts);
    if (back > 0) {
      const run = found.splice(from - back, back + to - from + 1);
      found.splice(from - back, 0, ...moved(run, back, kind));
    }
    from = to;
  }
  return found;
}

/** How far a run can be moved back to start where a part does; 0 where it can't or needn't. */
function distance(
  found: readonly Edit[],
  from: number,
  to: number,
  kind: 'data' | 'text',
  side: readonly string[],
  starts: ReadonlySet<number>,
): number {
  for (let back = 0; ; back++) {
    const first = found[from - back];
    if (first === undefined) return 0;
    if (starts.has(first.data)) return back;
    const before = found[from - back - 1];
    const last = found[to - back];
    if (before?.kind !== 'same' || last === undefined) return 0;
    if (side[before[kind]] !== side[last[kind]]) return 0;
  }
}

/** `back` matches followed by a run on one side, turned into the run followed by the matches. */
function moved(run: readonly Edit[], back: number, kind: 'data' | 'text'): Edit[] {
  const start = run[0] ?? { data: 0, text: 0 };
  const length = run.length - back;
  const onData = kind === 'data' ? length : 0;
  const onText = kind === 'text' ? length : 0;
  return run.map((_, i): Edit => {
    if (i < length) {
      return {
        kind,
        data: start.data + Math.min(i, onData),
        text: start.text + Math.min(i, onText),
      };
    }
    const n = i - length;
    return { kind: 'same', data: start.data + onData + n, text: start.text + onText + n };
  });
}
