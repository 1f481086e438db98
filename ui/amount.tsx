import { grouped } from './grouped.ts';

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
