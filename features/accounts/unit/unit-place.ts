import type { NamedFault } from '@fuchi/platform-server/http-fault';
import type { NewOrganisation, Organisation } from '@fuchi/record-organisation/organisation';
import type { Regions } from '@fuchi/values/region';
import type { RecommenderPlace } from '../contract-unit.ts';

/** A recommender that is there, as far as another's place depends on it. */
export type KnownRecommender = Pick<
  Organisation,
  'id' | 'name' | 'level' | 'department' | 'territory'
>;

export type Place = Required<Pick<NewOrganisation, 'level' | 'department' | 'territory'>> &
  Pick<NewOrganisation, 'parent'>;

export type PlaceFaultCode =
  | 'no-region'
  | 'unknown-region'
  | 'ambiguous-region'
  | 'wrong-level'
  | 'district'
  | 'place-taken'
  | 'no-city-unit'
  | 'wrong-city-unit';

export interface PlaceFault {
  readonly code: PlaceFaultCode;
  readonly path: 'level' | 'territory' | 'through';
  /** What the sentence names. */
  readonly fact: string;
}

/**
 * Where a recommender stands: which region it recommends for, and through whom. A city's unit sends to the province
 * itself; a county's goes through the unit of its city and department, but for those the province addresses directly;
 * a district has none of its own (practice.md, People).
 * @param known recommenders that exist
 * @returns the place, or everything that is wrong with it
 */
export function recommenderPlace(
  asked: RecommenderPlace,
  regions: Regions,
  known: readonly KnownRecommender[],
): { readonly place: Place } | { readonly faults: readonly PlaceFault[] } {
  const no = (path: PlaceFault['path'], code: PlaceFaultCode, fact = '') => ({
    faults: [{ code, path, fact }],
  });
  const { level, department } = asked;
  const province = regions.all.find((region) => region.level === 'province');
  const typed =
    asked.territory === '' && level === 'province' ? (province?.code ?? '') : asked.territory;
  const parsed = regions.parse(typed);
  if (!parsed.ok) {
    if (parsed.code === 'empty') return no('territory', 'no-region');
    if (parsed.code === 'ambiguous')
      return no('territory', 'ambiguous-region', parsed.facts['candidates']);
    return no('territory', 'unknown-region', asked.territory);
  }
  const region = parsed.value;
  if (region.level === 'outside') return no('territory', 'unknown-region', region.name);
  if (region.level !== level) return no('level', 'wrong-level', region.name);
  if (region.level === 'county' && region.reportsDirect === false)
    return no('territory', 'district', region.city);
  const territory = region.code;
  const other = known.find(
    (unit) =>
      unit.territory === territory && unit.department === department && unit.level === level,
  );
  if (other) return no('territory', 'place-taken', other.name);
  if (level !== 'county') {
    return asked.through === null
      ? { place: { level, department, territory } }
      : no('through', 'wrong-city-unit', region.name);
  }
  const cities = known.filter(
    (unit) =>
      unit.level === 'city' &&
      unit.department === department &&
      unit.territory === `${territory.slice(0, 4)}00`,
  );
  const city = asked.through === null ? cities[0] : cities.find(({ id }) => id === asked.through);
  if (city) return { place: { level, department, territory, parent: city.id } };
  if (asked.through !== null) return no('through', 'wrong-city-unit', region.name);
  if (region.provinceDirectPilot) return { place: { level, department, territory } };
  return no('through', 'no-city-unit', `${region.city ?? ''}${department}`);
}

/** The fault as a sentence, at its field. @param at what stands before its path: `place.` */
export function placeFaultText({ code, path, fact }: PlaceFault, at = ''): NamedFault {
  const [message, messageEn] = sentence(code, fact);
  return { path: `${at}${path}`, code, message, messageEn };
}

function sentence(code: PlaceFaultCode, fact: string): readonly [string, string] {
  switch (code) {
    case 'no-region':
      return ['请写明为哪个地区推荐', 'The region is missing'];
    case 'unknown-region':
      return [`“${fact}”不是本省的市、县`, 'There is no such region in the province'];
    case 'ambiguous-region':
      return [`有几个地区叫这个名字：${fact}，请写明所属的市`, 'Several regions have this name'];
    case 'wrong-level':
      return [`${fact}不是这个层级的地区`, 'The region is of another level'];
    case 'district':
      return [`区不单独推荐，由${fact}的单位推荐`, 'A district goes through its city'];
    case 'place-taken':
      return [`这个地区和部门已有“${fact}”`, 'There is a unit for this region and department'];
    case 'no-city-unit':
      return [`还没有${fact}部门的市级单位，请先建`, 'The city’s unit has to be there first'];
    case 'wrong-city-unit':
      return [`${fact}不经由这个单位上报`, 'It does not go through this unit'];
  }
}
