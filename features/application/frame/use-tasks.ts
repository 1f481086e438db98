import { useCheck } from '../check/use-check.ts';
import { useApplication } from './application-world.ts';
import { isPartOf } from './is-part-of.ts';
import { PART_NAMES } from './part-names.ts';

export interface ApplicationTask {
  /** The part's address. */
  readonly part: string;
  readonly name: string;
  /** How it stands: 还有3处. */
  readonly says: string;
  readonly done: boolean;
}

/** Parts in which something is filled in or handed in; what the check finds there is what is left to do. */
const FILLED: readonly string[] = [
  'unit',
  'project',
  'participants',
  'facts',
  'form',
  'audits',
  'papers',
];

/** The tasks of an application in their order, each with how far it is, by the server's whole check. */
export function useTasks(): readonly ApplicationTask[] {
  const { view, program } = useApplication();
  const { check } = useCheck();
  const findings = check?.findings ?? [];
  const blocking = findings.filter(({ blocks }) => blocks);
  const asked = FILLED.filter((part) => isPartOf(program, part));
  const parts = [...new Set([...asked, ...blocking.map(({ part }) => part)])];
  const sorted = Object.entries(PART_NAMES).filter(([part]) => parts.includes(part));
  const filled = sorted.map(([part, name]): ApplicationTask => {
    const open = blocking.filter((finding) => finding.part === part).length;
    const reminders = findings.filter((one) => one.part === part && !one.blocks).length;
    const says = open > 0 ? `还有${open}处` : reminders > 0 ? `${reminders}处提醒` : '已齐';
    return { part, name, says: check ? says : '正在检查', done: check !== undefined && open === 0 };
  });
  const finalised = view.state === 'finalised' || view.state === 'submitted';
  const submitted = view.state === 'submitted';
  return [
    ...filled,
    { part: 'finish', name: '定稿', says: finalised ? '已定稿' : '还没有定稿', done: finalised },
    {
      part: 'finish',
      name: '盖章和提交',
      says: submitted ? '已提交' : '尚未提交',
      done: submitted,
    },
  ];
}
