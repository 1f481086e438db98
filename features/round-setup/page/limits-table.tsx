import type { RoundSettings } from '@fuchi/record-round/contract';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Button } from 'antd';
import { CellChoice, CellText } from './cell-controls.tsx';
import { lineOptions } from './line-options.ts';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

type Limit = RoundSettings['limits'][number];

/** How many applications a recommender may recommend. */
export function LimitsTable(props: PartProps) {
  const { content, guide, units, faults, fixed } = props;
  const { limits } = content.settings;
  const put = (next: readonly Limit[]) => setting(props, { limits: [...next] });
  const change = (own: Limit, more: Partial<Limit>) =>
    put(limits.map((limit) => (limit === own ? { ...own, ...more } : limit)));
  const lineChoices = lineOptions(guide, '各类别合计');
  const unitChoices = [
    { value: '', text: '每个推荐单位' },
    ...content.recommenders.map(({ organisation }) => ({
      value: organisation,
      text: units.recommenders.find(({ id }) => id === organisation)?.name ?? organisation,
    })),
  ];
  const textOf = (options: readonly { value: string; text: string }[], value: string | null) =>
    options.find((option) => option.value === (value ?? ''))?.text ?? value ?? '';
  const nth = (limit: Limit) => `第${limits.indexOf(limit) + 1}条限额`;
  const columns: readonly DataColumn<Limit>[] = [
    {
      key: 'recommender',
      title: '谁',
      heads: true,
      text: ({ recommender }) => textOf(unitChoices, recommender),
      cell: (limit) => (
        <CellChoice
          label={`${nth(limit)}管哪个单位`}
          value={limit.recommender ?? ''}
          fixed={fixed}
          onChange={(id) => change(limit, { recommender: id === '' ? null : id })}
          options={unitChoices}
        />
      ),
    },
    {
      key: 'line',
      title: '项目类别',
      text: ({ line }) => textOf(lineChoices, line),
      cell: (limit) => (
        <CellChoice
          label={`${nth(limit)}管哪个类别`}
          value={limit.line ?? ''}
          fixed={fixed}
          onChange={(id) => change(limit, { line: id === '' ? null : id })}
          options={lineChoices}
        />
      ),
    },
    {
      key: 'most',
      title: '不超过',
      unit: '个',
      kind: 'figure',
      text: ({ most }) => String(most),
      cell: (limit) => (
        <CellText
          label={`${nth(limit)}的个数`}
          kind="number"
          value={String(limit.most)}
          fixed={fixed}
          onChange={(most) => /^\d{1,6}$/.test(most) && change(limit, { most: Number(most) })}
        />
      ),
    },
  ];
  return (
    <>
      <PartFaults faults={faults} part="limits" />
      <DataTable
        title="推荐限额"
        columns={columns}
        rows={limits}
        rowKey={(limit) => String(limits.indexOf(limit))}
        empty="不限各单位推荐多少个。"
        {...(!fixed && {
          actions: (limit: Limit) => (
            <Button
              size="small"
              aria-label={`删去${nth(limit)}`}
              onClick={() => put(limits.filter((each) => each !== limit))}
            >
              删去
            </Button>
          ),
        })}
      />
      {!fixed && (
        <p className="round-more">
          <Button onClick={() => put([...limits, { recommender: null, line: null, most: 1 }])}>
            加一条限额
          </Button>
        </p>
      )}
    </>
  );
}
