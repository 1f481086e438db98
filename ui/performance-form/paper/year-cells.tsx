import { addressText, type FieldAddress } from '@fuchi/forms/field-address';
import { FieldNotes } from '../sheet/field-notes.tsx';
import { useSheet } from '../sheet/sheet-world.ts';
import { TextCell } from '../sheet/text-cell.tsx';

interface Props {
  readonly addressOf: (year: string) => FieldAddress;
  readonly name: string;
  /** Whether the row has targets by year at all. */
  readonly yearly: boolean;
  readonly off: boolean;
}

/** The targets of a row by year, a column each. */
export function YearCells({ addressOf, name, yearly, off }: Props) {
  const { years } = useSheet();
  if (!yearly) return <NoYears />;
  return years.map((year) => {
    const address = addressOf(year);
    return (
      <td key={year} className="year-cell">
        <span className="year-name" aria-hidden="true">
          {year}年
        </span>
        <TextCell address={address} name={`${name}，${year}年目标`} kind="figure" off={off} />
        <FieldNotes field={addressText(address)} />
      </td>
    );
  });
}

/** The columns of years in a row that has no targets by year. */
export function NoYears() {
  const { years } = useSheet();
  return years.map((year) => <td key={year} className="year-cell year-none" />);
}
