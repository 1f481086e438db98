import type { LinkTarget } from './fact.ts';
import type { Place, Text } from './place.ts';

/** 参与单位: who takes part in a project beside the applicant, and what is asked of them. */
export interface Participants {
  readonly at: Place;
  readonly clause: Text;
  /** When they are listed, and when not: a sentence or two. */
  readonly says: string;
  /** What the applicant itself is among them: 牵头单位. */
  readonly applicant: string;
  /** Shares are asked, the applicant's own too; together they are the whole. */
  readonly share: boolean;
  readonly roles: readonly ParticipantRole[];
}

export interface ParticipantRole {
  readonly name: Text;
  /** At least one unit has it. */
  readonly required: boolean;
  /** Units from abroad have it too, which have no credit code. */
  readonly abroad: boolean;
  /** Where the facts name them too: each unit of the list takes part, and nobody else has the role. */
  readonly named: LinkTarget | undefined;
}
