import type { RoundRecommender } from '@fuchi/record-round/contract';

/** A recommender as it was set up. */
export interface RecommenderUnit {
  readonly id: string;
  readonly territory: string | null;
  /** The unit it goes through; null for none. */
  readonly through: string | null;
}

/** Whoever has no place of its own recommends for the whole province. */
const PROVINCE = '320000';

/**
 * Units as rows of a round's register: each for its own place, and through the unit it is set up to go through where
 * that one is in the register too.
 * @param there ids of units that are in it already
 */
export function registerOfUnits(
  units: readonly RecommenderUnit[],
  there: readonly string[],
): readonly RoundRecommender[] {
  const ids = new Set([...there, ...units.map(({ id }) => id)]);
  return units.map(({ id, territory, through }) => ({
    organisation: id,
    territory: territory ?? PROVINCE,
    through: through !== null && ids.has(through) ? through : null,
  }));
}

/**
 * Of another round's register those whose unit is there today. Whoever went through one that isn't keeps its way: it is
 * found at fault until somebody decides on another.
 */
export function registerLike(
  register: readonly RoundRecommender[],
  units: readonly Pick<RecommenderUnit, 'id'>[],
): readonly RoundRecommender[] {
  const ids = new Set(units.map(({ id }) => id));
  return register.filter(({ organisation }) => ids.has(organisation));
}
