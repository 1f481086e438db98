import type { Role } from './role.ts';

/** 签批: a chain as data. A command that speaks for an office waits until each step has agreed, in order. */
export interface SignOffChain {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly SignOffStep[];
}

export interface SignOffStep {
  /** As the sheet prints it: 经办, 归口处室负责人, 分管领导, 财政会签. */
  readonly name: string;
  readonly role: Role;
}

/** What one person said at one step. */
export interface Signature {
  readonly step: number;
  readonly agreed: boolean;
  readonly opinion: string;
  readonly account: string;
  /** Whose step it was, where the signer stood in for somebody; otherwise the same as `account`. */
  readonly holder: string;
  /** 2022-03-16. */
  readonly date: string;
}

export type SignOffRefused =
  | { readonly code: 'finished' }
  | { readonly code: 'wrong-step-role'; readonly step: string; readonly role: Role }
  | { readonly code: 'holds-another-step'; readonly step: string }
  | { readonly code: 'no-opinion' };

export type SignOffState =
  | { readonly state: 'waiting'; readonly step: number }
  | { readonly state: 'agreed' }
  | { readonly state: 'declined'; readonly step: number };

/** Where a chain stands after the signatures so far, in their order. A step that declines ends it. */
export function signOffState(chain: SignOffChain, signed: readonly Signature[]): SignOffState {
  const declined = signed.find((s) => !s.agreed);
  if (declined) return { state: 'declined', step: declined.step };
  return signed.length >= chain.steps.length
    ? { state: 'agreed' }
    : { state: 'waiting', step: signed.length };
}

/**
 * Whether somebody may sign the next step. Nobody holds two steps of one chain, neither for himself nor standing in for
 * another.
 * @returns undefined when he may
 */
export function signOffRefusal(
  chain: SignOffChain,
  signed: readonly Signature[],
  next: {
    readonly role: Role;
    readonly account: string;
    readonly holder: string;
    readonly opinion: string;
  },
): SignOffRefused | undefined {
  const at = signOffState(chain, signed);
  if (at.state !== 'waiting') return { code: 'finished' };
  const step = chain.steps[at.step];
  if (!step || step.role !== next.role) {
    return { code: 'wrong-step-role', step: step?.name ?? '', role: next.role };
  }
  const people = [next.account, next.holder];
  const earlier = signed.find((s) => people.includes(s.account) || people.includes(s.holder));
  if (earlier) {
    return { code: 'holds-another-step', step: chain.steps[earlier.step]?.name ?? '' };
  }
  return next.opinion.trim() === '' ? { code: 'no-opinion' } : undefined;
}
