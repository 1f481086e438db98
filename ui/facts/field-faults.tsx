import { faultText } from './fault-text.ts';
import { faultsId } from './faults-id.ts';
import { useFaults } from './field-context.ts';

/** What is wrong with one field, at the field. */
export function FieldFaults({ path }: { readonly path: string }) {
  const faults = useFaults(path);
  return (
    <div id={faultsId(path)} className="field-faults" role="status">
      {faults.map((fault) => (
        <p key={fault.code}>{faultText(fault)}</p>
      ))}
    </div>
  );
}
