interface Props {
  /** A decimal string, never a number. */
  readonly value: string;
  readonly unit?: string;
}

/** A figure with its thousands set apart. @example <Amount value="12000.5" unit="万元" /> // 12,000.5 万元 */
export function Amount({ value, unit }: Props) {
  return (
    <span className="amount">
      {grouped(value)}
      {unit && <span className="amount-unit"> {unit}</span>}
    </span>
  );
}

/** @example grouped('-1234567.8912') // '-1,234,567.8912' */
export function grouped(value: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(value);
  if (!match) return value;
  const [, sign = '', whole = '', decimals = ''] = match;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals}`;
}
