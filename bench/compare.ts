export interface Contender {
  readonly name: string;
  run(): void | Promise<void>;
}

export interface Result {
  readonly name: string;
  /** Median over the rounds. */
  readonly perSecond: number;
  /** Against the first contender, median over the rounds. */
  readonly ratio: number;
}

const ROUNDS = 15;
const ROUND_MS = 100;

/** All contenders take turns in every round, so that a slow moment of the machine falls on each alike. */
export async function compare(contenders: readonly Contender[]): Promise<readonly Result[]> {
  const rates = contenders.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const rate = await ratePerSecond(contender);
      // The first round warms the compiler up and isn't counted.
      if (round >= 0) rates[index]?.push(rate);
    }
  }
  const [first = []] = rates;
  return contenders.map(({ name }, index) => {
    const own = rates[index] ?? [];
    return {
      name,
      perSecond: median(own),
      ratio: median(own.map((rate, round) => rate / (first[round] ?? Number.NaN))),
    };
  });
}

async function ratePerSecond({ run }: Contender): Promise<number> {
  const start = performance.now();
  let runs = 0;
  let batch = 1;
  let elapsed = 0;
  while (elapsed < ROUND_MS) {
    for (let n = 0; n < batch; n += 1) {
      const pending = run();
      if (pending) await pending;
    }
    runs += batch;
    batch *= 2;
    elapsed = performance.now() - start;
  }
  return (runs / elapsed) * 1000;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return low === undefined ? Number.NaN : (low + (high ?? low)) / 2;
}
