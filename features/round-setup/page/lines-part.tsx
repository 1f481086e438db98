import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import type { GuideParts, RoundContentBody } from '../contract.ts';
import { CellChoice, CellTick } from './cell-controls.tsx';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

type Line = GuideParts['lines'][number];
type LineSetting = RoundContentBody['settings']['lines'][number];

/** The guide's lines: which are open, and which office owns each. */
export function LinesPart(props: PartProps) {
  const { content, guide, units, faults, fixed } = props;
  const { lines } = content.settings;
  const settingOf = ({ id }: Line): LineSetting =>
    lines.find(({ line }) => line === id) ?? { line: id, open: false, office: null };
  const change = (id: string, more: Partial<LineSetting>) =>
    setting(props, {
      lines: guide.lines.map((line) => {
        const own = settingOf(line);
        return line.id === id ? { ...own, ...more } : own;
      }),
    });
  const officeOf = (line: Line) => settingOf(line).office ?? '';
  const columns: readonly DataColumn<Line>[] = [
    {
      key: 'title',
      title: '项目类别',
      heads: true,
      text: ({ section, title }) => `${section} ${title}`,
    },
    { key: 'mode', title: '方式', text: ({ mode }) => mode },
    { key: 'quota', title: '支持数量', text: ({ quota }) => (quota === '' ? '指南没有写' : quota) },
    {
      key: 'open',
      title: '开放',
      text: (line) => (settingOf(line).open ? '开放' : '不开放'),
      cell: (line) => (
        <CellTick
          label={`开放${line.title}`}
          text={openText(line, settingOf(line).open)}
          checked={settingOf(line).open}
          fixed={fixed || (!line.appliedFor && !settingOf(line).open)}
          onChange={(open) => change(line.id, { open })}
        />
      ),
    },
    {
      key: 'office',
      title: '归口处室',
      text: (line) => units.offices.find(({ id }) => id === officeOf(line))?.name ?? '',
      cell: (line) =>
        settingOf(line).open ? (
          <CellChoice
            label={`${line.title}的归口处室`}
            value={officeOf(line)}
            fixed={fixed}
            onChange={(office) => change(line.id, { office: office === '' ? null : office })}
            options={[
              { value: '', text: '请选择' },
              ...units.offices.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
        ) : (
          <span className="quiet">—</span>
        ),
    },
  ];
  const open = lines.filter((line) => line.open);
  const without = open.filter(({ office }) => office === null).length;
  return (
    <Panel
      title={`项目类别，开放${open.length}个`}
      aside={
        !fixed &&
        without > 0 && (
          <CellChoice
            label="把还没有归口处室的都归到"
            value=""
            fixed={false}
            onChange={(office) =>
              setting(props, {
                lines: lines.map((line) =>
                  line.open && line.office === null ? { ...line, office } : line,
                ),
              })
            }
            options={[
              { value: '', text: `${without}个没有归口处室的都归到……` },
              ...units.offices.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
        )
      }
    >
      <PartFaults faults={faults} part="lines" />
      <DataTable
        title="项目类别"
        columns={columns}
        rows={guide.lines}
        rowKey={({ id }) => id}
        empty="这份指南没有项目类别。"
      />
    </Panel>
  );
}

function openText({ appliedFor }: Line, open: boolean): string {
  if (open) return '开放';
  return appliedFor ? '不开放' : '不由单位申报';
}
