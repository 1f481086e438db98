/** How fast tries may follow each other: some are free, then each wait is longer than the one before. */
export interface Pace {
  readonly free: number;
  readonly firstSeconds: number;
  /** After so many more failures the wait doubles. */
  readonly step: number;
  readonly mostSeconds: number;
  /** A failure counts so long. */
  readonly rememberedHours: number;
}

/** Of one account, or one that is only tried [usual]: five tries, then 1, 2, 4 … 30 minutes. */
export const LOGIN_PACE: Pace = {
  free: 5,
  firstSeconds: 60,
  step: 1,
  mostSeconds: 30 * 60,
  rememberedHours: 24,
};

/** Of one address, behind which a whole office may sit: thirty failures, then 2, 4 … 300 seconds. */
export const ADDRESS_PACE: Pace = {
  free: 30,
  firstSeconds: 2,
  step: 5,
  mostSeconds: 5 * 60,
  rememberedHours: 1,
};

/**
 * Seconds that must lie between a failure and the next try.
 * @param failures in a row
 * @example waitAfter(LOGIN_PACE, 7) // 240
 */
export function waitAfter(pace: Pace, failures: number): number {
  if (failures < pace.free) return 0;
  const doublings = Math.min(30, Math.floor((failures - pace.free) / pace.step));
  return Math.min(pace.mostSeconds, pace.firstSeconds * 2 ** doublings);
}
