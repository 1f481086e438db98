import type { Department, Level } from '@fuchi/record-organisation/organisation';
import type { Region } from '@fuchi/values/region';

/** An office that recommends what comes from a place, and the key of the city's that it sends it through. */
export interface DemonstrationRecommender {
  readonly key: string;
  readonly name: string;
  readonly department: Department;
  readonly level: Level;
  readonly territory: string;
  /** undefined for who sends to the province itself. */
  readonly parent: string | undefined;
}

const BUREAUX: Readonly<Record<Department, string>> = { 工信: '工业和信息化局', 财政: '财政局' };

/**
 * The offices of every city and of every county and county-level city, cities first; districts go through their city.
 * Counties send through their city's office of the same department, but for those the province addresses directly.
 * @param regions of the guide
 */
export function recommendersOf(regions: readonly Region[]): readonly DemonstrationRecommender[] {
  const cities = regions.filter(({ level }) => level === 'city');
  const counties = regions.filter(
    ({ level, reportsDirect }) => level === 'county' && reportsDirect,
  );
  const cityOf = ({ level, city }: Region) =>
    level === 'county' ? cities.find(({ name }) => name === city)?.code : undefined;
  return [...cities, ...counties].flatMap((place) =>
    (['工信', '财政'] as const).map((department): DemonstrationRecommender => {
      const city = place.provinceDirectPilot === true ? undefined : cityOf(place);
      return {
        key: recommenderKey(department, place.code),
        name: `${place.name}${BUREAUX[department]}（示例）`,
        department,
        level: place.level === 'city' ? 'city' : 'county',
        territory: place.code,
        parent: city === undefined ? undefined : recommenderKey(department, city),
      };
    }),
  );
}

/** @example recommenderKey('工信', '320583') // '工信 320583' */
export function recommenderKey(department: Department, territory: string): string {
  return `${department} ${territory}`;
}
