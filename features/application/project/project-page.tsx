import { Panel } from '@fuchi/ui/panel.tsx';
import { useJudged } from '../frame/use-judged.ts';
import '@fuchi/ui/entry/entry.css';
import { isSum } from '../asked-amount.ts';
import { LONGEST_TITLE, TITLE } from '../asked-names.ts';
import { AskedField } from '../frame/asked-field.tsx';
import { useAskedFocus } from '../frame/use-asked-focus.ts';
import { askedProject } from './asked-project.ts';
import { RecommenderField } from './recommender-field.tsx';
import '../frame/asked-fields.css';

const DATES: readonly string[] = ['起始日期', '完成日期'];
const TEXTS: readonly string[] = ['建设内容', '项目简介'];

/** What the project is called, who recommends it, and what it is. */
export function ProjectPage() {
  const { program } = useJudged();
  useAskedFocus();
  return (
    <Panel title="项目">
      <div className="asked-fields">
        <AskedField part="project" steps={[TITLE]} label="项目名称" most={LONGEST_TITLE} />
        <RecommenderField />
        {askedProject(program.line.facts).map((name) => (
          <AskedField
            key={name}
            part="project"
            steps={[name]}
            date={DATES.includes(name)}
            long={TEXTS.includes(name)}
            {...(TEXTS.includes(name) && { most: 4000 })}
            sum={isSum('project', name)}
          />
        ))}
      </div>
    </Panel>
  );
}
