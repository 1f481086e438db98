import type { Finding } from '@fuchi/forms/check/finding';
import { formSentence } from '@fuchi/forms/sentence/sentence';
import { useSheet } from './sheet-world.ts';

/** The element that says what is to be said of a field. */
export function saidId(field: string): string {
  return `said ${field}`.replaceAll(' ', '-');
}

/** What is wrong with a field, or to be looked at; what is merely missing is counted, not reproached. */
export function sayable(findings: readonly Finding[] | undefined): readonly Finding[] {
  return (findings ?? []).filter((finding) => finding.severity !== 'missing');
}

/** What is to be said of a field, below it. */
export function FieldNotes({ field }: { readonly field: string }) {
  const { said } = useSheet();
  const findings = sayable(said.get(field));
  return (
    <div id={saidId(field)} className="said" role="status">
      {findings.map((finding) => (
        <p key={finding.code} className={`said-${finding.severity}`}>
          {finding.severity === 'remark' && '提示：'}
          {sentenceOf(finding)}
        </p>
      ))}
    </div>
  );
}

function sentenceOf({ code, facts }: Finding): string {
  const { message, fix } = formSentence(code, facts);
  return fix === '' ? `${message}。` : `${message}。${fix}。`;
}
