import { saveFile } from '@fuchi/platform-browser/save-file';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Entry } from '@fuchi/policy/facts/entry';
import { savesBetween } from '@fuchi/record-application/contract-entry';
import { assessAlso } from '@fuchi/record-application/contract-judge';
import { isAuthoritys } from '@fuchi/record-application/contract-others';
import { statementKindOf } from '@fuchi/record-application/contract-statement';
import { AssessmentView } from '@fuchi/ui/assessment/assessment-view.tsx';
import { SummaryBar } from '@fuchi/ui/assessment/summary-bar.tsx';
import { FactForm } from '@fuchi/ui/facts/fact-form.tsx';
import { FieldContext, type FieldWorld } from '@fuchi/ui/facts/field-context';
import { useFieldFocus } from '@fuchi/ui/facts/use-field-focus';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useApplication } from './application-world.ts';
import { PartLink } from './part-link.tsx';
import { useJudged } from './use-judged.ts';
import { useOwnEntry } from './use-own-entry.ts';
import { useRemarks } from './use-remarks.ts';

/** What the line asks, and beside it what the guide says of the answers: the same judgement the submission gets. */
export function FactsPage() {
  const { view, data, change } = useApplication();
  const judged = useJudged();
  const entry = useOwnEntry();
  const { asked, ask } = useFieldFocus();
  const named = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (named !== '') ask(named);
  }, [named, ask]);
  const { program, uses, assessment, faults, papers, settled } = judged;
  const own = useMemo(() => {
    const ids = new Set(program.line.facts);
    return faults.filter(({ path }) => ids.has(path.replace(/[.[].*$/, '')));
  }, [faults, program]);
  const others = useMemo(() => othersToState(view.id, program.specs.values()), [view.id, program]);
  const remarks = useRemarks(judged);
  const world = useMemo<FieldWorld>(
    () => ({
      guide: data.guide,
      regions: data.regions,
      faults: own,
      asked,
      saveFile,
      settled,
      others,
      remarks,
    }),
    [data, own, asked, settled, others, remarks],
  );
  const answer = (next: Entry) => change(savesBetween(entry, next));
  return (
    <FieldContext value={world}>
      <div className="application-workspace">
        <fieldset className="plain-fieldset" disabled={!view.open} aria-label="申报事实">
          <FactForm
            program={program}
            uses={uses}
            entry={entry}
            onChange={answer}
            clearable={false}
            kept="填写的内容逐项自动保存，本单位的其他填报人也看得到。"
          />
        </fieldset>
        <section id="result" className="application-result" aria-label="评估结果" tabIndex={-1}>
          <AssessmentView
            assessment={assessment}
            program={program}
            papers={papers}
            faultCount={own.length}
            answerWith={(reading) => assessAlso(judged, data.regions, view, reading)}
            onAsk={ask}
          />
        </section>
      </div>
      <SummaryBar assessment={assessment} />
    </FieldContext>
  );
}

/** What the recommender states, with how it is asked for, and what the authorities decide. */
function othersToState(
  application: string,
  specs: Iterable<FactSpec>,
): ReadonlyMap<string, ReactNode> {
  const asked = (
    <>
      本单位不填。请在
      <PartLink application={application} part="statements">
        推荐单位意见
      </PartLink>
      里申请，由推荐单位登记。
    </>
  );
  return new Map(
    [...specs].flatMap((spec): [string, ReactNode][] => {
      if (isAuthoritys(spec)) return [[spec.id, `本单位不填，申报后由${spec.statedBy}填报。`]];
      if (statementKindOf(spec) === undefined) return [];
      return [[spec.id, spec.derivations.length > 0 ? DERIVED : asked]];
    }),
  );
}

const DERIVED = '本单位不填。由推荐单位登记的验收日期得出。';
