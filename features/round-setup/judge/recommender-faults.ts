import type { RoundRecommender, RoundSettings } from '@fuchi/record-round/contract';
import type { RoundFault, RoundFaultCode } from './round-fault.ts';

/** What is wrong with the register of who recommends: somebody must, each once, in a place, by a way that ends. */
export function recommenderFaults(
  { lines }: Pick<RoundSettings, 'lines'>,
  recommenders: readonly RoundRecommender[],
  ground: {
    /** Recommenders that exist today. */
    readonly recommenders: ReadonlySet<string>;
    readonly isPlace: (territory: string) => boolean;
  },
): readonly RoundFault[] {
  if (recommenders.length === 0) {
    return lines.some(({ open }) => open) ? [fault('recommenders', 'no-recommender', {})] : [];
  }
  const byId = new Map(recommenders.map((each) => [each.organisation, each]));
  return recommenders.flatMap(({ organisation, territory, through }, index) => {
    const of = (code: RoundFaultCode) =>
      fault(`recommenders.${organisation}`, code, { organisation, territory });
    const first = recommenders.findIndex((other) => other.organisation === organisation);
    const next = through === null ? undefined : byId.get(through);
    return [
      ...(first < index ? [of('recommender-twice')] : []),
      ...(ground.recommenders.has(organisation) ? [] : [of('recommender-gone')]),
      ...(ground.isPlace(territory) ? [] : [of('recommender-unknown-place')]),
      ...(through !== null && !next ? [of('through-missing')] : []),
      // One step up at most: whom it goes through reports to the province itself.
      ...(next && next.through !== null ? [of('through-not-direct')] : []),
    ];
  });
}

function fault(
  path: string,
  code: RoundFaultCode,
  facts: Readonly<Record<string, string>>,
): RoundFault {
  return { path, code, facts };
}
