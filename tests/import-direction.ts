import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { CRUISE_OPTIONS, importRules } from '../tools/import-rules.mjs';

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Every import of the tree at `root` that its folders don't allow. */
export async function importViolations(
  root: string,
  folders: readonly string[],
): Promise<{ violations: readonly Violation[]; files: number }> {
  const { output } = await cruise([...folders], {
    ...CRUISE_OPTIONS,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: importRules(root) as IForbiddenRuleType[] },
  });
  const { summary } = output as ICruiseResult;
  return {
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    files: summary.totalCruised,
  };
}
