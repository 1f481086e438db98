/**
 * A place as the guide's reference data lists it, read by the oracle itself. Of other provinces only the province
 * is known.
 */
export interface Place {
  readonly level: 'province' | 'city' | 'county' | 'outside';
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly city?: string;
  readonly zone?: string;
}

/** The province, its cities and their county units, from `reference/regions.yaml`, and two places elsewhere. */
export function placesOf(data: unknown): Place[] {
  const home = entry(value(data, '省'));
  const inside = list(data, '设区市').flatMap((one): Place[] => {
    const city = entry(one);
    const zone = text(one, '片区');
    const where = { province: home.name, city: city.name, zone };
    const units = list(one, '县级单位').map(
      (u): Place => ({ level: 'county', ...entry(u), ...where }),
    );
    return [{ level: 'city', ...city, ...where }, ...units];
  });
  return [{ level: 'province', ...home, province: home.name }, ...inside, ...ELSEWHERE];
}

const ELSEWHERE: readonly Place[] = [
  { level: 'outside', code: '340000', name: '安徽省合肥市', province: '安徽省' },
  { level: 'outside', code: '310000', name: '上海市', province: '上海市' },
];

/** The place with its city and province: county names alone may mean several. */
export function writtenPlace(of: Place): string {
  if (of.level === 'outside' || of.level === 'province') return of.name;
  return of.level === 'city' ? of.province + of.name : `${of.province}${of.city ?? ''}${of.name}`;
}

function entry(of: unknown): { code: string; name: string } {
  return { code: text(of, '代码'), name: text(of, '名称') };
}

function value(of: unknown, key: string): unknown {
  if (typeof of !== 'object' || of === null) return undefined;
  return Object.getOwnPropertyDescriptor(of, key)?.value;
}

function text(of: unknown, key: string): string {
  const found = value(of, key);
  if (typeof found !== 'string') throw new RangeError(`regions.yaml: ${key}`);
  return found;
}

function list(of: unknown, key: string): readonly unknown[] {
  const found = value(of, key);
  if (!Array.isArray(found)) throw new RangeError(`regions.yaml: ${key}`);
  return found;
}
