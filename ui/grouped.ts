/** A decimal with its thousands set apart. @example grouped('-1234567.8912') // '-1,234,567.8912' */
export function grouped(value: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(value);
  if (!match) return value;
  const [, sign = '', whole = '', decimals = ''] = match;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals}`;
}
