import type { FieldAddress } from '../field-address.ts';

/**
 * What is to be said of a filling at one of its fields.
 * missing: something required isn't there yet; fault: what stands there can't be so; remark: it may be so, but somebody
 * should look.
 */
export interface Finding {
  readonly severity: 'missing' | 'fault' | 'remark';
  /** Its sentence is in sentence/sentence.ts. */
  readonly code: string;
  readonly where: FieldAddress;
  readonly facts: Readonly<Record<string, string>>;
}

type Facts = Readonly<Record<string, string>>;

export function missing(where: FieldAddress, code: string, facts: Facts = {}): Finding {
  return { severity: 'missing', code, where, facts };
}

export function fault(where: FieldAddress, code: string, facts: Facts = {}): Finding {
  return { severity: 'fault', code, where, facts };
}

export function remark(where: FieldAddress, code: string, facts: Facts = {}): Finding {
  return { severity: 'remark', code, where, facts };
}
