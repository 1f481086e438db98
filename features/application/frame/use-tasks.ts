import { useJudged } from './use-judged.ts';

export interface ApplicationTask {
  /** The part's address. */
  readonly part: string;
  readonly name: string;
  /** How it stands: 还缺3项. */
  readonly says: string;
  readonly done: boolean;
}

/** The tasks of an application in their order, each with how far it is. */
export function useTasks(): readonly ApplicationTask[] {
  const { assessment, faults } = useJudged();
  const missing = assessment.missing.length;
  const facts: ApplicationTask = {
    part: 'facts',
    name: '申报事实',
    says: faultText(missing, faults.length),
    done: missing === 0 && faults.length === 0,
  };
  return [facts];
}

function faultText(missing: number, faults: number): string {
  const parts = [
    ...(missing > 0 ? [`还缺${missing}项`] : []),
    ...(faults > 0 ? [`${faults}处有误`] : []),
  ];
  return parts.length > 0 ? parts.join('，') : '已填齐';
}
