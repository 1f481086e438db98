import { ROUTES, type RoundRecommender } from '@fuchi/record-round/contract';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import type { RoundUnits } from '../contract.ts';
import { registerOfUnits } from '../setup/register-of-units.ts';
import { CellChoice } from './cell-controls.tsx';
import { PartFaults } from './part-faults.tsx';
import type { PartProps } from './part-props.ts';

interface Props extends PartProps {
  /** Earlier rounds whose register can be taken over. */
  readonly earlier: readonly { readonly id: string; readonly name: string }[];
  readonly onCopy: (round: string) => void;
}

/** Who recommends in this round, for which place, and through whom. */
export function RecommendersPart(props: Props) {
  const { content, units, faults, fixed, earlier, onChange, onCopy } = props;
  const { recommenders } = content;
  const unitOf = (id: string) => units.recommenders.find((unit) => unit.id === id);
  const name = (id: string) => unitOf(id)?.name ?? `已关闭的单位（${id}）`;
  const place = (code: string) => units.places.find((each) => each.code === code)?.name ?? code;
  const put = (next: readonly RoundRecommender[]) =>
    onChange({ ...content, recommenders: [...next] });
  const change = (own: RoundRecommender, through: string | null) =>
    put(recommenders.map((each) => (each === own ? { ...each, through } : each)));
  const columns: readonly DataColumn<RoundRecommender>[] = [
    { key: 'name', title: '推荐单位', heads: true, text: ({ organisation }) => name(organisation) },
    {
      key: 'department',
      title: '部门',
      text: ({ organisation }) => unitOf(organisation)?.department ?? '—',
    },
    { key: 'place', title: '推荐的地区', text: ({ territory }) => place(territory) },
    {
      key: 'through',
      title: '报送',
      text: ({ through }) => (through === null ? ROUTES.province : `经${name(through)}`),
      cell: (own) => (
        <CellChoice
          label={`${name(own.organisation)}怎样报送`}
          value={own.through ?? ''}
          fixed={fixed}
          onChange={(through) => change(own, through === '' ? null : through)}
          options={throughOptions(own, recommenders, name)}
        />
      ),
    },
  ];
  const missing = units.recommenders.filter(
    ({ id }) => !recommenders.some(({ organisation }) => organisation === id),
  );
  const add = (added: readonly RoundUnits['recommenders'][number][]) =>
    put([...recommenders, ...registerOfUnits(added, [...recommenders.map((r) => r.organisation)])]);
  return (
    <Panel title={`推荐单位，${recommenders.length}个`}>
      <PartFaults faults={faults} part="recommenders" />
      {!fixed && (
        <div className="round-more">
          {missing.length > 0 && (
            <>
              <Button onClick={() => add(missing)}>加入其余{missing.length}个单位</Button>
              <CellChoice
                label="加一个推荐单位"
                value=""
                fixed={false}
                onChange={(id) => add(missing.filter((unit) => unit.id === id))}
                options={[
                  { value: '', text: '加一个单位……' },
                  ...missing.map((unit) => ({ value: unit.id, text: unit.name })),
                ]}
              />
            </>
          )}
          {earlier.length > 0 && (
            <CellChoice
              label="照其他批次的推荐单位"
              value=""
              fixed={false}
              onChange={onCopy}
              options={[
                { value: '', text: '照其他批次……' },
                ...earlier.map(({ id, name: round }) => ({ value: id, text: round })),
              ]}
            />
          )}
        </div>
      )}
      <DataTable
        title="推荐单位"
        columns={columns}
        rows={recommenders}
        rowKey={({ organisation }) => organisation}
        empty="还没有推荐单位。单位由系统管理员设立，在这里选入本批次。"
        {...(!fixed && {
          actions: (own: RoundRecommender) => (
            <Button
              size="small"
              aria-label={`删去${name(own.organisation)}`}
              onClick={() => put(recommenders.filter((each) => each !== own))}
            >
              删去
            </Button>
          ),
        })}
      />
    </Panel>
  );
}

/** Whom a unit may go through: one that reports to the province itself. */
function throughOptions(
  { organisation, through }: RoundRecommender,
  recommenders: readonly RoundRecommender[],
  name: (id: string) => string,
) {
  const direct = recommenders.filter(
    (each) =>
      each.organisation !== organisation &&
      (each.through === null || each.organisation === through),
  );
  const ids = direct.map((each) => each.organisation);
  // One that is no longer in the register is shown as it is, and found at fault.
  const own = through === null || ids.includes(through) ? [] : [through];
  return [
    { value: '', text: ROUTES.province },
    ...own.map((id) => ({ value: id, text: `经${name(id)}` })),
    ...direct.map((each) => ({ value: each.organisation, text: `经${name(each.organisation)}` })),
  ];
}
