import type { GuideData } from '@fuchi/platform-browser/guide-data';
import type { CheckedLine } from '@fuchi/policy/checked-guide';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { LineWorkspace } from './line-workspace.tsx';
import './page.css';

interface Props {
  readonly data: GuideData;
  readonly line: CheckedLine;
}

/** `/lines/<id>`: one line, clause by clause. */
export function LinePage({ data, line }: Props) {
  usePageTitle(line.title);
  return <LineWorkspace data={data} line={line} />;
}
