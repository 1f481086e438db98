import type { Mode } from '@fuchi/guide/guide';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';

export interface LineSummary {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly mode: Mode;
  readonly form: string | null;
  readonly applicant: string | null;
  readonly quota: {
    readonly atMost: number | null;
    readonly joint: { id: string; atMost: number | null; lines: readonly string[] } | null;
    readonly groups: readonly {
      name: string;
      fields: readonly string[];
      atMost: number | null;
      atLeast: number | null;
    }[];
  };
}

/** A line in short, as a list of lines tells it. */
export function lineSummary(guide: CheckedGuide, line: CheckedLine): LineSummary {
  const { quota, applicant, form } = line.source;
  const shared = guide.guide.quotas.find((q) => q.id === quota?.joint?.text);
  return {
    id: line.id,
    title: line.title,
    section: line.section,
    mode: line.mode,
    form: form ?? null,
    applicant: applicant?.says ?? null,
    quota: {
      atMost: places(quota?.atMost?.text),
      joint: shared
        ? {
            id: shared.id,
            atMost: places(shared.atMost.text),
            lines: shared.lines.map((t) => t.text),
          }
        : null,
      groups: (quota?.groups ?? []).map((g) => ({
        name: g.name,
        fields: g.fields.map((f) => f.text),
        atMost: places(g.atMost?.text),
        atLeast: places(g.atLeast?.text),
      })),
    },
  };
}

/** @example places('30个') // 30 */
function places(text: string | undefined): number | null {
  const match = /^\d+/.exec(text ?? '');
  return match ? Number(match[0]) : null;
}
