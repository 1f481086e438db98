import { VerdictSummary } from '@fuchi/ui/assessment/verdict-summary.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { useApplication } from './application-world.ts';
import { PartLink } from './part-link.tsx';
import { useJudged } from './use-judged.ts';
import { useTasks } from './use-tasks.ts';

/** `/applications/<application>`: what is to be done, what is done, and how the application stands. */
export function OverviewPage() {
  const { view } = useApplication();
  const { assessment, faults } = useJudged();
  const tasks = useTasks();
  const open = tasks.filter((task) => !task.done).length;
  return (
    <div className="application-workspace">
      <Panel title={open === 0 ? '任务清单：已齐' : `任务清单：还有${open}项`}>
        <ol className="task-list">
          {tasks.map(({ part, name, says, done }) => (
            <li key={name}>
              <PartLink application={view.id} part={part}>
                {name}
              </PartLink>
              <span className={done ? 'tag tag-yes' : 'tag tag-open'}>{says}</span>
            </li>
          ))}
        </ol>
      </Panel>
      <section id="result" aria-label="评估结果">
        <VerdictSummary assessment={assessment} faultCount={faults.length} />
      </section>
    </div>
  );
}
