import { describe, expect, it } from 'vitest';
import { bestFixedOrder } from './best-order.ts';
import { LINES, type LineOrder, measureLine, sum } from './measure.ts';

const SEED = 20_220_601;
const APPLICANTS = 25;
const STARTS = 1;
const WANTED = 0.7;
/** How near to the best order known with hindsight a line must come; of so few applicants hindsight knows much. */
const NEAR = 1.6;
const TOO_MANY_TO_SEARCH = 0.85;

describe('先问什么，结论定得最快', () => {
  const measured: LineOrder[] = [];

  it.each(LINES.map((id, i) => [id, i] as const))('%s', (id, i) => {
    const line = measureLine(id, APPLICANTS, STARTS, SEED + i);
    measured.push(line);
    expect(line.wrong).toEqual([]);
    const { first, byFile, applicants } = line.total;
    // Whoever fits is never asked more than the file order asks.
    expect(line.byFit.fits.first).toBeLessThanOrEqual(line.byFit.fits.byFile);
    if (first <= WANTED * byFile) return;
    // The search over all orders is only made where the wanted share isn't reached.
    const best = bestFixedOrder(line.program, line.dossiers);
    const most = best === undefined ? TOO_MANY_TO_SEARCH * byFile : NEAR * best * applicants;
    expect(first).toBeLessThanOrEqual(most);
  });

  it('所有类别合计，不超过按文件顺序问的0.7', () => {
    const total = sum(measured.map((l) => l.total));
    expect(total.applicants).toBe(APPLICANTS * LINES.length);
    expect(total.first).toBeLessThanOrEqual(WANTED * total.byFile);
  });
});
