import { followGuide } from '@fuchi/application/corrected/follow-guide';
import type { SignOffCarrier } from '@fuchi/record-sign-off/carrier';
import { ROUND_CARRIERS } from '@fuchi/round-setup/change/carriers';

/** What is signed of a round, with what follows from it for the applications in it. */
export const roundCarriers: readonly SignOffCarrier[] = ROUND_CARRIERS.map((carrier) => ({
  ...carrier,
  agreed: async (work, record, signOff, at) => {
    const refused = await carrier.agreed(work, record, signOff, at);
    if (refused === undefined) await followGuide(work, record, signOff.subject.id, at.now);
    return refused;
  },
}));
