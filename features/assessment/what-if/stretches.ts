/** A stretch of a figure's scale on which the answer is of one kind. Ends are whole steps, both included. */
export interface Stretch<T> {
  readonly from: number;
  readonly to: number;
  readonly answer: T;
}

const SAMPLES = 64;
/** Doublings after which a figure is as great as any applicant's. */
const MOST_DOUBLINGS = 24;

/**
 * Where along a scale the answer turns, to the step: the scale is sampled and each turn between two samples found
 * by halving. A kind of answer that begins and ends between two samples isn't seen.
 * @param alike whether two answers are of one kind
 * @example stretches(0, 10, (x) => x >= 3, Object.is) // [{ from: 0, to: 2, answer: false }, { from: 3, to: 10, … }]
 */
export function stretches<T>(
  low: number,
  high: number,
  answerAt: (step: number) => T,
  alike: (a: T, b: T) => boolean,
): readonly Stretch<T>[] {
  const found: { from: number; to: number; answer: T }[] = [];
  let at = low;
  let current = { from: low, to: low, answer: answerAt(low) };
  found.push(current);
  for (let i = 1; i <= SAMPLES && at < high; i++) {
    const next = Math.max(at + 1, low + Math.round(((high - low) * i) / SAMPLES));
    const answer = answerAt(next);
    if (alike(answer, current.answer)) current.to = next;
    else {
      const turn = firstUnlike(current.to, next, current.answer, answerAt, alike);
      current.to = turn - 1;
      current = { from: turn, to: next, answer: turn === next ? answer : answerAt(turn) };
      found.push(current);
      if (!alike(answer, current.answer)) {
        const again = firstUnlike(turn, next, current.answer, answerAt, alike);
        current.to = again - 1;
        current = { from: again, to: next, answer };
        found.push(current);
      }
    }
    at = next;
  }
  return found;
}

/** The first step after `low` whose answer isn't like the one given; `high` is known to be such a step. */
function firstUnlike<T>(
  low: number,
  high: number,
  answer: T,
  answerAt: (step: number) => T,
  alike: (a: T, b: T) => boolean,
): number {
  let [same, other] = [low, high];
  while (other - same > 1) {
    const middle = same + Math.floor((other - same) / 2);
    if (alike(answerAt(middle), answer)) same = middle;
    else other = middle;
  }
  return other;
}

/** An end of the scale beyond which doubling turns nothing any more, with some room after the last turn. */
export function scaleEnd<T>(
  start: number,
  answerAt: (step: number) => T,
  alike: (a: T, b: T) => boolean,
): number {
  let end = start;
  let answer = answerAt(end);
  let lastTurn = start;
  for (let i = 0; i < MOST_DOUBLINGS && end < Number.MAX_SAFE_INTEGER / 4; i++) {
    const next = end * 2;
    const after = answerAt(next);
    if (!alike(answer, after)) lastTurn = next;
    answer = after;
    end = next;
  }
  return Math.max(start, Math.min(end, lastTurn + Math.ceil(lastTurn / 4)));
}
