import { Panel } from '@fuchi/ui/panel.tsx';
import type { RoundContentBody } from '../contract.ts';
import {
  ELECTRONIC_SEAL,
  ONE_APPLICATION,
  PUBLICATION,
  SAME_PROJECT,
} from '../sheet/round-words.ts';
import { CellChoice, CellTick } from './cell-controls.tsx';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

type Settings = RoundContentBody['settings'];

/** How many projects one applicant may apply with, how it seals, and what the public sees. */
export function RulesPart(props: PartProps) {
  const { settings } = props.content;
  const { publication } = settings;
  const shown = Object.keys(PUBLICATION) as (keyof typeof PUBLICATION)[];
  return (
    <Panel title="申报规则和公开">
      <PartFaults faults={props.faults} part="electronicSeal" />
      <dl className="round-rules">
        <dt>一个单位申报几个项目</dt>
        <dd>
          <CellChoice
            label="一个单位申报几个项目"
            value={settings.oneApplication}
            fixed={props.fixed}
            onChange={(value) =>
              setting(props, { oneApplication: value as Settings['oneApplication'] })
            }
            options={Object.entries(ONE_APPLICATION).map(([value, text]) => ({ value, text }))}
          />
        </dd>
        <dt>同一项目重复申报</dt>
        <dd>
          <CellChoice
            label="同一项目重复申报"
            value={settings.sameProject}
            fixed={props.fixed}
            onChange={(value) => setting(props, { sameProject: value as Settings['sameProject'] })}
            options={Object.entries(SAME_PROJECT).map(([value, text]) => ({ value, text }))}
          />
        </dd>
        <dt>电子签章</dt>
        <dd>
          <CellChoice
            label="电子签章"
            value={settings.electronicSeal ? 'yes' : 'no'}
            fixed={props.fixed}
            onChange={(value) =>
              setting(props, { electronicSeal: value === 'yes' ? { roots: '' } : undefined })
            }
            options={Object.entries(ELECTRONIC_SEAL).map(([value, text]) => ({ value, text }))}
          />
          {settings.electronicSeal && (
            <label className="round-roots">
              认可的根证书（PEM格式，可贴几张，只认RSA和ECDSA；平台不查证书是否被吊销）
              <textarea
                className="round-control"
                rows={8}
                spellCheck={false}
                readOnly={props.fixed}
                value={settings.electronicSeal.roots}
                onChange={(event) =>
                  setting(props, { electronicSeal: { roots: event.target.value } })
                }
              />
            </label>
          )}
        </dd>
        <dt>向社会公开</dt>
        <dd className="round-ticks">
          {shown.map((kind) => (
            <CellTick
              key={kind}
              label={`公开${PUBLICATION[kind]}`}
              text={PUBLICATION[kind]}
              checked={publication[kind]}
              fixed={props.fixed}
              onChange={(on) => setting(props, { publication: { ...publication, [kind]: on } })}
            />
          ))}
        </dd>
      </dl>
    </Panel>
  );
}
