import { Panel } from '@fuchi/ui/panel.tsx';
import { useJudged } from '../frame/use-judged.ts';
import '@fuchi/ui/entry/entry.css';
import { ASKED, LONGEST_TITLE, TITLE } from '../asked-names.ts';
import { AskedField } from '../frame/asked-field.tsx';
import { RecommenderField } from './recommender-field.tsx';
import '../frame/asked-fields.css';

const DATES: readonly string[] = ['起始日期', '完成日期'];
const TEXTS: readonly string[] = ['建设内容', '项目简介'];
const AMOUNTS: readonly string[] = ['总投资', '自筹资金', '银行贷款', '其他资金'];

/** What a line's facts ask already isn't asked again: by how the names of such facts begin or end. */
const ASKED_BY_FACT: Readonly<Record<string, RegExp>> = {
  起始日期: /(?:建设期|项目|攻关任务)(?:开始|开工)日期$/u,
  完成日期: /(?:项目|建设|攻关任务|建设期)(?:完工|完成|结束)日期$/u,
  总投资: /^项目(?:备案)?总(?:投资|投入)$|总投入$/u,
  项目地址: /^项目实施地$/u,
};

/** What the project is called, who recommends it, and what it is. */
export function ProjectPage() {
  const { program } = useJudged();
  const names = ASKED.project.filter(
    (name) => !program.line.facts.some((fact) => ASKED_BY_FACT[name]?.test(fact)),
  );
  return (
    <Panel title="项目">
      <div className="asked-fields">
        <AskedField part="project" steps={[TITLE]} label="项目名称" most={LONGEST_TITLE} />
        <RecommenderField />
        {names.map((name) => (
          <AskedField
            key={name}
            part="project"
            steps={[name]}
            date={DATES.includes(name)}
            long={TEXTS.includes(name)}
            {...(TEXTS.includes(name) && { most: 4000 })}
            {...(AMOUNTS.includes(name) && { hint: '写明单位，如1200万元' })}
          />
        ))}
      </div>
    </Panel>
  );
}
