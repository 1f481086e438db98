import type { RoundSettings } from './contract.ts';
import type { RoundState } from './round-workflow.ts';

/** 申报批次: a guide version with its lines, clocks, routes, limits and the conditions of the yearly call. */
export interface Round {
  readonly id: string;
  readonly year: string;
  readonly name: string;
  /** Digest of the guide version it is run under. */
  readonly guide: string;
  readonly state: RoundState;
  readonly settings: RoundSettings;
  /** Counts changes. */
  readonly revision: number;
  readonly createdAt: Date;
  /** When it was published; what may be done when, its clocks say. */
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}
