import type { InputFault } from '@fuchi/policy/facts/given';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';

/** What is wrong with a value, and what to do, in one sentence. */
export function faultText(fault: Pick<InputFault, 'code' | 'facts'>): string {
  const { message, fix } = sentenceOf(fault.code, fault.facts);
  return fix === '' ? `${message}。` : `${message}：${fix}。`;
}
