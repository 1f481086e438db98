import type { Organisation } from '@fuchi/record-organisation/organisation';
import type { Region } from '@fuchi/values/region';

export interface OfferedRecommenders {
  readonly units: readonly Pick<Organisation, 'id' | 'name'>[];
  /** own: the place's own; city: it goes through its city; none: nobody is set up yet. */
  readonly through: 'own' | 'city' | 'none';
}

/**
 * Who may look at what comes from a place: its own unit, else its city's; 昆山, 泰兴 and 沭阳 stand beside the cities and
 * never go through one. The department of industry looks at registrations, 财政 only where there is no other.
 * @param units those that recommend for the place or its city
 */
export function offeredRecommenders(
  region: Region,
  units: readonly Organisation[],
): OfferedRecommenders {
  const ofPlace = (territory: string) => {
    const all = units.filter((unit) => unit.territory === territory);
    const industry = all.filter((unit) => unit.department !== '财政');
    return industry.length > 0 ? industry : all;
  };
  const own = ofPlace(region.code);
  if (own.length > 0) return { units: own, through: region.level === 'city' ? 'city' : 'own' };
  if (region.level !== 'county' || region.provinceDirectPilot)
    return { units: [], through: 'none' };
  const city = ofPlace(`${region.code.slice(0, 4)}00`);
  return { units: city, through: city.length > 0 ? 'city' : 'none' };
}
