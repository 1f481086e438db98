import type { Regions } from '@fuchi/values/region';
import { assess } from '../assess/assess.ts';
import type { Amount, AssessedStage, Assessment } from '../assess/assessment.ts';
import { papersFor } from '../assess/papers.ts';
import { compile, type Program } from '../assess/program.ts';
import type { CheckedGuide } from '../checked-guide.ts';
import { readGivenFacts } from '../facts/read-facts.ts';
import { roundFacts } from '../facts/round-facts.ts';
import { sentenceOf } from '../sentence/sentence.ts';
import type { Case } from './read-case.ts';

const VERDICTS = { eligible: '符合', ineligible: '不符合', undetermined: '待定' } as const;

/**
 * Runs a case and says in plain words what came out otherwise than expected; nothing when all is as expected.
 * @param programs what was compiled for the guide's earlier cases, to be handed on from case to case
 * @example runCase(guide, 'data-product', example, regions) // ['结论应为“符合”，实得“待定”']
 */
export function runCase(
  guide: CheckedGuide,
  line: string,
  example: Case,
  regions: Regions,
  programs: Map<string, Program | undefined> = new Map(),
): string[] {
  const program = compiled(guide, line, example, programs);
  if (!program) return [`没有项目类别 ${line}`];
  const context = { units: new Set(guide.guide.units), regions };
  const input = { ...roundFacts(guide, example.round.clocks, example.asOf), ...example.facts };
  const { facts, faults } = readGivenFacts(guide, input, context);
  if (faults.length > 0)
    return faults.map((f) => `“${f.path}”${sentenceOf(f.code, f.facts).message}`);
  const papers = papersFor(program, facts).filter((p) => p.needed === 'yes');
  return differences(
    example,
    assess(program, facts, { asOf: example.asOf }),
    papers.map((p) => p.paper.name),
  );
}

/** Cases of one line mostly share their round, and compiling takes as long as assessing. */
function compiled(
  guide: CheckedGuide,
  line: string,
  { round: { otherReadings, call } }: Case,
  programs: Map<string, Program | undefined>,
): Program | undefined {
  const key = JSON.stringify([line, otherReadings, call]);
  if (!programs.has(key)) programs.set(key, compile(guide, line, { otherReadings, call }));
  return programs.get(key);
}

function differences(example: Case, a: Assessment, papers: readonly string[]): string[] {
  const { expected } = example;
  const found: string[] = [];
  const same = (what: string, want: string | undefined, got: string) => {
    if (want === undefined || want === got) return;
    found.push(`${what}应为“${want || '无'}”，实得“${got || '无'}”`);
  };
  same('结论', expected.verdict, VERDICTS[a.verdict]);
  same('不符合', expected.failing.join('、'), a.failing.join('、'));
  same('待定', expected.open.join('、'), a.open.map((o) => o.clause).join('、'));
  same('上限', expected.ceiling, amountText(a.ceiling));
  same('符合时', expected.ifEligible, amountText(a.ifEligible));
  same('封顶', expected.cap, a.cap ?? '无');
  same('拨付', expected.stages?.join('、'), a.stages.map(stageText).join('、'));
  same('矛盾', expected.conflicts?.join('、'), a.conflicts.map((c) => c.fact).join('、'));
  same('材料', expected.papers?.join('、'), papers.join('、'));
  return found;
}

export function amountText(amount: Amount | null): string {
  if (amount === null) return '无';
  return 'amount' in amount ? amount.amount : `${amount.atLeast}..${amount.atMost ?? ''}`;
}

function stageText(stage: AssessedStage): string {
  if (stage.amount !== undefined) return stage.amount;
  if (stage.atLeast !== undefined) return `${stage.atLeast}..${stage.atMost ?? ''}`;
  return stage.atMost ? `至多${stage.atMost}` : '无';
}
