import type { ApplicationContent } from '@fuchi/record-application/contract-content';

/** What an invented firm says; marked 示例 wherever it is named. */
export interface Example {
  readonly line: string;
  readonly title: string;
  readonly organisation: ApplicationContent['organisation'];
  readonly recommender: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly settled: Readonly<Record<string, unknown>>;
  readonly unit: Readonly<Record<string, string>>;
  readonly project: Readonly<Record<string, string>>;
  readonly participants: readonly Readonly<Record<string, string>>[];
  readonly audits: readonly Readonly<Record<string, string>>[];
  readonly papers: readonly (readonly [paper: string, file: string, pages: number | null])[];
}
