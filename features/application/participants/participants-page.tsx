import { pathOf } from '@fuchi/record-application/contract-path';
import { Panel } from '@fuchi/ui/panel.tsx';
import '@fuchi/ui/entry/entry.css';
import { OWN_SHARE } from '../asked-names.ts';
import { askedRows } from '../asked-rows.ts';
import { useApplication } from '../frame/application-world.ts';
import { AskedField } from '../frame/asked-field.tsx';
import { AskedRowList } from '../frame/asked-row-list.tsx';
import { useAskedFocus } from '../frame/use-asked-focus.ts';
import { useJudged } from '../frame/use-judged.ts';
import { namedUnits, unlisted } from './named-units.ts';
import { participantFaults } from './participant-faults.ts';
import '../frame/asked-fields.css';

/** 参与单位: who takes part beside the applicant, where the line asks it. */
export function ParticipantsPage() {
  const { view, draft } = useApplication();
  const { program, entry } = useJudged();
  useAskedFocus();
  const asked = program.line.source.participants;
  if (!asked) {
    return (
      <Panel title="参与单位">
        <p className="panel-lead">本类别不需要填写参与单位。</p>
      </Panel>
    );
  }
  const { name, creditCode } = view.organisation;
  const share = draft.values.get(pathOf('project', [OWN_SHARE]));
  const rows = askedRows(draft.values, 'participant');
  const ownShare = typeof share === 'string' ? share : '';
  const named = namedUnits(asked, entry);
  const applicant = view.organisation;
  const faults = participantFaults(asked, { rows, ownShare, applicant, named });
  const known = named.flatMap((units) =>
    unlisted(units, rows).map((unit) => ({ 角色: units.role, 单位名称: unit })),
  );
  const wrong = (path: string) =>
    faults.find((fault) => fault.path === path && !fault.missing)?.says;
  const [sole, ...moreRoles] = asked.roles;
  const given = sole && moreRoles.length === 0 ? { 角色: sole.name.text } : {};
  const needed = asked.roles.filter(({ required }) => required).map((role) => role.name.text);
  return (
    <Panel title="参与单位">
      <p className="quiet small panel-lead">
        {asked.says}
        {needed.length > 0 && `${needed.join('、')}至少各一家。`}
      </p>
      <p className="panel-lead">
        {name}（本单位，{asked.applicant}）
        {creditCode !== null && <span className="quiet"> 统一社会信用代码 {creditCode}</span>}
      </p>
      {asked.share && (
        <div className="asked-fields">
          <AskedField
            part="project"
            steps={[OWN_SHARE]}
            hint={`百分数，如62%。${SHARES}`}
            wrong={wrong(OWN_SHARE)}
          />
        </div>
      )}
      <AskedRowList part="participant" name="参与单位" counter="家" given={given} known={known}>
        {({ key }) => {
          const field = (column: string) => ({
            part: 'participant' as const,
            steps: [key, column],
            label: column,
            wrong: wrong(`${key}/${column}`),
          });
          return (
            <>
              <AskedField {...field('角色')} choices={asked.roles.map((role) => role.name.text)} />
              <AskedField {...field('单位名称')} />
              <AskedField {...field('统一社会信用代码')} most={30} />
              {asked.share && <AskedField {...field('份额')} most={20} hint="百分数，如18.5%" />}
              <AskedField {...field('联系人')} />
              <AskedField {...field('联系电话')} />
              <AskedField {...field('任务分工')} long most={1000} />
            </>
          );
        }}
      </AskedRowList>
    </Panel>
  );
}

const SHARES = '本单位和各参与单位的份额合计100%；没有参与单位的不填。';
