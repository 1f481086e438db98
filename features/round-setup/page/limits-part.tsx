import { Panel } from '@fuchi/ui/panel.tsx';
import { LimitsTable } from './limits-table.tsx';
import type { PartProps } from './part-props.ts';
import { RoutesTable } from './routes-table.tsx';

/** How many applications a recommender may recommend, and what goes another way than the recommender's own. */
export function LimitsPart(props: PartProps) {
  return (
    <Panel title="推荐限额和报送路径">
      <LimitsTable {...props} />
      <h3 className="round-sub">另定的报送路径</h3>
      <RoutesTable {...props} />
    </Panel>
  );
}
