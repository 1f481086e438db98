import type { ChainRole } from '@fuchi/record-sign-off/contract';
import type { SignOffChain } from '@fuchi/workflow/sign-off';
import type { RoundSettings } from './contract.ts';

interface ChainSpec {
  /** What the chain signs. */
  readonly name: string;
  /** As a round begins with it; a round may set others. */
  readonly steps: readonly { readonly name: string; readonly role: ChainRole }[];
}

const OFFICE_CHAIN: ChainSpec['steps'] = [
  { name: '经办', role: 'planning' },
  { name: '归口处室负责人', role: 'office-head' },
  { name: '分管领导', role: 'leader' },
];

/** Commands that speak for the office, each with the chain it waits for. */
export const CHAINS = {
  'round-publish': { name: '发布申报批次', steps: OFFICE_CHAIN },
  'round-change': { name: '变更已发布的批次', steps: OFFICE_CHAIN },
} as const satisfies Readonly<Record<string, ChainSpec>>;
export type ChainCommand = keyof typeof CHAINS;
export const CHAIN_COMMANDS = Object.keys(CHAINS) as readonly ChainCommand[];

/** The chain a command waits for in a round: what the round sets, else the usual one. */
export function chainOf(
  { chains }: Pick<RoundSettings, 'chains'>,
  command: ChainCommand,
): SignOffChain {
  const own = chains.find((chain) => chain.command === command);
  const { name, steps } = CHAINS[command];
  return { id: command, name, steps: own?.steps ?? steps };
}

export type ChainFault =
  | { readonly code: 'too-short' }
  /** Nobody of those who answer for the office. */
  | { readonly code: 'no-leader' }
  /** The first step is not that of those who prepare it. */
  | { readonly code: 'not-begun-by-planning' };

/** What is wrong with a chain: it begins with who prepares and reaches a leader, so that nobody decides alone. */
export function chainFaults(
  steps: readonly { readonly name: string; readonly role: ChainRole }[],
): readonly ChainFault[] {
  return [
    ...(steps.length < 2 ? [{ code: 'too-short' } as const] : []),
    ...(steps[0]?.role === 'planning' ? [] : [{ code: 'not-begun-by-planning' } as const]),
    ...(steps.some(({ role }) => role === 'leader') ? [] : [{ code: 'no-leader' } as const]),
  ];
}
