import { ROUTES, type RoundSettings } from '@fuchi/record-round/contract';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { CellChoice, CellText } from './cell-controls.tsx';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

type Limit = RoundSettings['limits'][number];
type Route = RoundSettings['routes'][number];

/** How many applications a recommender may recommend, and what goes another way than the recommender's own. */
export function LimitsPart(props: PartProps) {
  return (
    <Panel title="推荐限额和报送路径">
      <Limits {...props} />
      <h3 className="round-sub">另定的报送路径</h3>
      <Routes {...props} />
    </Panel>
  );
}

function Limits(props: PartProps) {
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

function Routes(props: PartProps) {
  const { content, guide, units, faults, fixed } = props;
  const { routes } = content.settings;
  const put = (next: readonly Route[]) => setting(props, { routes: [...next] });
  const change = (own: Route, more: Partial<Route>) =>
    put(routes.map((route) => (route === own ? { ...own, ...more } : route)));
  const nth = (route: Route) => `第${routes.indexOf(route) + 1}条路径`;
  const lineChoices = lineOptions(guide, '全部类别');
  const placeChoices = [
    { value: '', text: '全省' },
    ...units.places
      .filter(({ level }) => level !== 'province')
      .map(({ code, name, level }) => ({
        value: code,
        text: level === 'city' ? name : `　${name}`,
      })),
  ];
  const routeChoices = Object.entries(ROUTES).map(([value, text]) => ({ value, text }));
  const textOf = (options: readonly { value: string; text: string }[], value: string | null) =>
    options.find((option) => option.value === (value ?? ''))?.text.trim() ?? value ?? '';
  const columns: readonly DataColumn<Route>[] = [
    {
      key: 'line',
      title: '项目类别',
      heads: true,
      text: ({ line }) => textOf(lineChoices, line),
      cell: (route) => (
        <CellChoice
          label={`${nth(route)}管哪个类别`}
          value={route.line ?? ''}
          fixed={fixed}
          onChange={(id) => change(route, { line: id === '' ? null : id })}
          options={lineChoices}
        />
      ),
    },
    {
      key: 'place',
      title: '地区',
      text: ({ territory }) => textOf(placeChoices, territory),
      cell: (route) => (
        <CellChoice
          label={`${nth(route)}管哪个地区`}
          value={route.territory ?? ''}
          fixed={fixed}
          onChange={(code) => change(route, { territory: code === '' ? null : code })}
          options={placeChoices}
        />
      ),
    },
    {
      key: 'route',
      title: '路径',
      text: ({ route }) => ROUTES[route],
      cell: (own) => (
        <CellChoice
          label={`${nth(own)}怎样走`}
          value={own.route}
          fixed={fixed}
          onChange={(route) => change(own, { route: route as Route['route'] })}
          options={routeChoices}
        />
      ),
    },
  ];
  return (
    <>
      <PartFaults faults={faults} part="routes" />
      <DataTable
        title="另定的报送路径"
        columns={columns}
        rows={routes}
        rowKey={(route) => String(routes.indexOf(route))}
        empty="没有，都照推荐单位自己的报送路径。"
        {...(!fixed && {
          actions: (route: Route) => (
            <Button
              size="small"
              aria-label={`删去${nth(route)}`}
              onClick={() => put(routes.filter((each) => each !== route))}
            >
              删去
            </Button>
          ),
        })}
      />
      {!fixed && (
        <p className="round-more">
          <Button onClick={() => put([...routes, { line: null, territory: null, route: 'province' }])}>
            加一条路径
          </Button>
        </p>
      )}
    </>
  );
}

function lineOptions(guide: PartProps['guide'], all: string) {
  return [
    { value: '', text: all },
    ...guide.lines
      .filter(({ appliedFor }) => appliedFor)
      .map(({ id, title }) => ({ value: id, text: title })),
  ];
}
