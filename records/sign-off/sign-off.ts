import type { Subject } from '@fuchi/record-event/event';
import type { Role } from '@fuchi/workflow/role';
import type { Signature, SignOffChain } from '@fuchi/workflow/sign-off';
import type { SignOffContent } from './contract.ts';

/** 签批: something that waits for its chain, or has been through it. */
export interface SignOff {
  readonly id: string;
  readonly subject: Subject;
  readonly command: string;
  readonly chain: SignOffChain;
  readonly content: SignOffContent;
  /** SM3 of the content: everybody signs the same. */
  readonly digest: string;
  readonly state: 'waiting' | 'agreed' | 'declined' | 'withdrawn';
  readonly begunBy: { readonly account: string; readonly name: string };
  readonly organisation: { readonly id: string; readonly name: string };
  readonly begunAt: Date;
  readonly endedAt: Date | null;
  readonly signatures: readonly KeptSignature[];
}

export interface KeptSignature extends Signature {
  readonly name: string;
  /** Name of whose step it was; the same as `name` where nobody stood in. */
  readonly holderName: string;
  readonly role: Role;
  readonly organisation: string;
  readonly at: Date;
}
