import { ROUTES, type RoundSettings } from '@fuchi/record-round/contract';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Button } from 'antd';
import { CellChoice } from './cell-controls.tsx';
import { lineOptions } from './line-options.ts';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

type Route = RoundSettings['routes'][number];

/** What goes another way than the recommender's own. */
export function RoutesTable(props: PartProps) {
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
          <Button
            onClick={() => put([...routes, { line: null, territory: null, route: 'province' }])}
          >
            加一条路径
          </Button>
        </p>
      )}
    </>
  );
}
