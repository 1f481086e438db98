/** The 34 province-level divisions, by the first two digits of GB/T 2260, with their short names. */
const PROVINCES: readonly (readonly [digits: string, name: string, short: string])[] = [
  ['11', '北京市', '北京'],
  ['12', '天津市', '天津'],
  ['13', '河北省', '河北'],
  ['14', '山西省', '山西'],
  ['15', '内蒙古自治区', '内蒙古'],
  ['21', '辽宁省', '辽宁'],
  ['22', '吉林省', '吉林'],
  ['23', '黑龙江省', '黑龙江'],
  ['31', '上海市', '上海'],
  ['32', '江苏省', '江苏'],
  ['33', '浙江省', '浙江'],
  ['34', '安徽省', '安徽'],
  ['35', '福建省', '福建'],
  ['36', '江西省', '江西'],
  ['37', '山东省', '山东'],
  ['41', '河南省', '河南'],
  ['42', '湖北省', '湖北'],
  ['43', '湖南省', '湖南'],
  ['44', '广东省', '广东'],
  ['45', '广西壮族自治区', '广西'],
  ['46', '海南省', '海南'],
  ['50', '重庆市', '重庆'],
  ['51', '四川省', '四川'],
  ['52', '贵州省', '贵州'],
  ['53', '云南省', '云南'],
  ['54', '西藏自治区', '西藏'],
  ['61', '陕西省', '陕西'],
  ['62', '甘肃省', '甘肃'],
  ['63', '青海省', '青海'],
  ['64', '宁夏回族自治区', '宁夏'],
  ['65', '新疆维吾尔自治区', '新疆'],
  ['71', '台湾省', '台湾'],
  ['81', '香港特别行政区', '香港'],
  ['82', '澳门特别行政区', '澳门'],
];

export type Province = { readonly code: string; readonly name: string };

/** The province-level division a six-digit code belongs to. @example provinceOfCode('340100') // 安徽省 */
export function provinceOfCode(code: string): Province | undefined {
  const found = PROVINCES.find(([digits]) => code.startsWith(digits));
  return found === undefined ? undefined : { code: `${found[0]}0000`, name: found[1] };
}

/**
 * The province-level division a place name begins with, and what follows it.
 *
 * @example provinceOfName('安徽合肥') // 安徽省, rest '合肥'
 */
export function provinceOfName(text: string): (Province & { readonly rest: string }) | undefined {
  for (const [digits, name, short] of PROVINCES) {
    const written = text.startsWith(name) ? name : text.startsWith(short) ? short : undefined;
    if (written === undefined) continue;
    const rest = text.slice(written.length);
    // 安徽省… by its common suffix where the official name is longer: 广西自治区, 内蒙自治区.
    return { code: `${digits}0000`, name, rest: rest.replace(/^(?:省|自治区|特别行政区)/, '') };
  }
  return undefined;
}
