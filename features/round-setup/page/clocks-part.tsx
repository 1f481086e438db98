import { CLOCKS, type ClockKind, type RoundClock } from '@fuchi/record-round/contract';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { CellChoice, CellText } from './cell-controls.tsx';
import { type ClockEntry, clockEntry, clockMoment, naturalDays, timesFor } from './clock-entry.ts';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

const KINDS = Object.keys(CLOCKS) as readonly ClockKind[];
const USUAL: Readonly<Record<ClockKind, string>> = {
  opening: '09:00',
  applicant: '17:00',
  county: '17:00',
  city: '17:00',
};

const isGeneral = ({ line, territory }: RoundClock) => line === null && territory === null;

/** The four clocks for everybody, and those of lines and places that differ. */
export function ClocksPart(props: PartProps) {
  const { content, guide, units, faults, fixed } = props;
  const { clocks } = content.settings;
  const general = (kind: ClockKind) => clocks.find((c) => c.kind === kind && isGeneral(c));
  const opening = general('opening');
  const from = opening && clockEntry(opening.at, 'opening').day;
  const put = (old: RoundClock | undefined, next: RoundClock | undefined) => {
    const rest = clocks.map((clock) => (clock === old ? next : clock));
    const all = old ? rest : [...clocks, next];
    setting(props, { clocks: all.filter((clock) => clock !== undefined) });
  };
  const set = (kind: ClockKind, old: RoundClock | undefined, entry: ClockEntry) => {
    const at = clockMoment(entry);
    const { line, territory } = old ?? { line: null, territory: null };
    // A day taken out takes the clock out; one that is being typed stays as it was.
    if (at !== undefined) put(old, { kind, line, territory, at });
    else if (entry.day === '' && old && isGeneral(old)) put(old, undefined);
  };
  const moment = (kind: ClockKind, clock: RoundClock | undefined, of: string) => {
    const entry = clock ? clockEntry(clock.at, kind) : { day: '', time: USUAL[kind] };
    return (
      <span className="round-moment">
        <CellText
          label={`${of}的日期`}
          kind="date"
          value={entry.day}
          fixed={fixed}
          onChange={(day) => set(kind, clock, { ...entry, day })}
        />
        <CellChoice
          label={`${of}的时间`}
          value={entry.time}
          fixed={fixed}
          onChange={(time) => set(kind, clock, { ...entry, time })}
          options={timesFor(kind, entry.time).map((time) => ({ value: time, text: time }))}
        />
      </span>
    );
  };
  const daysText = (kind: ClockKind, clock: RoundClock | undefined) => {
    if (kind === 'opening' || !clock || from === undefined) return '';
    const days = naturalDays(from, clockEntry(clock.at, kind).day);
    return days === undefined ? '' : `开放起第${days}天`;
  };
  const lineTitle = (id: string | null) =>
    id === null ? '全部类别' : (guide.lines.find((line) => line.id === id)?.title ?? id);
  const placeName = (code: string | null) =>
    code === null ? '全省' : (units.places.find((place) => place.code === code)?.name ?? code);
  const own = clocks.filter((clock) => !isGeneral(clock));
  const keyOf = (clock: RoundClock) => String(clocks.indexOf(clock));
  const nameOf = (clock: RoundClock) =>
    `${CLOCKS[clock.kind]}（${lineTitle(clock.line)}，${placeName(clock.territory)}）`;
  const columns: readonly DataColumn<RoundClock>[] = [
    {
      key: 'kind',
      title: '哪个时间',
      heads: true,
      text: ({ kind }) => CLOCKS[kind],
      cell: (clock) => (
        <CellChoice
          label={`第${own.indexOf(clock) + 1}条是哪个时间`}
          value={clock.kind}
          fixed={fixed}
          onChange={(kind) => put(clock, { ...clock, kind: kind as ClockKind })}
          options={KINDS.map((kind) => ({ value: kind, text: CLOCKS[kind] }))}
        />
      ),
    },
    {
      key: 'line',
      title: '项目类别',
      text: ({ line }) => lineTitle(line),
      cell: (clock) => (
        <CellChoice
          label={`第${own.indexOf(clock) + 1}条管哪个类别`}
          value={clock.line ?? ''}
          fixed={fixed}
          onChange={(line) => put(clock, { ...clock, line: line === '' ? null : line })}
          options={[
            { value: '', text: '全部类别' },
            ...guide.lines
              .filter(({ appliedFor }) => appliedFor)
              .map(({ id, title }) => ({ value: id, text: title })),
          ]}
        />
      ),
    },
    {
      key: 'place',
      title: '地区',
      text: ({ territory }) => placeName(territory),
      cell: (clock) => (
        <CellChoice
          label={`第${own.indexOf(clock) + 1}条管哪个地区`}
          value={clock.territory ?? ''}
          fixed={fixed}
          onChange={(code) => put(clock, { ...clock, territory: code === '' ? null : code })}
          options={[
            { value: '', text: '全省' },
            ...units.places
              .filter(({ level }) => level !== 'province')
              .map(({ code, name, level }) => ({
                value: code,
                text: level === 'city' ? name : `　${name}`,
              })),
          ]}
        />
      ),
    },
    {
      key: 'at',
      title: '日期和时间',
      text: (clock) => clock.at,
      cell: (clock) => moment(clock.kind, clock, nameOf(clock)),
    },
  ];
  const template = general('applicant');
  return (
    <Panel title="时间">
      <PartFaults faults={faults} part="clocks" />
      <ul className="round-clocks">
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className="round-clock-name">{CLOCKS[kind]}</span>
            {moment(kind, general(kind), CLOCKS[kind])}
            <span className="quiet small">{daysText(kind, general(kind))}</span>
          </li>
        ))}
      </ul>
      <p className="quiet small">按自然日，北京时间。截止的那一刻仍算按时，24:00即当天结束。</p>
      <h3 className="round-sub">另有时间的类别和地区</h3>
      <DataTable
        title="另有时间的类别和地区"
        columns={columns}
        rows={own}
        rowKey={keyOf}
        empty="没有，都用上面的时间。同时管类别和地区的最先算，其次类别，再次地区。"
        {...(!fixed && {
          actions: (clock: RoundClock) => (
            <Button
              size="small"
              aria-label={`删去${nameOf(clock)}`}
              onClick={() => put(clock, undefined)}
            >
              删去
            </Button>
          ),
        })}
      />
      {!fixed && (
        <p className="round-more">
          <Button
            disabled={!template}
            onClick={() => template && put(undefined, { ...template, line: firstFree(props) })}
          >
            加一条
          </Button>
          {!template && <span className="quiet small">先设申报单位截止的时间</span>}
        </p>
      )}
    </Panel>
  );
}

/** A line that has no deadline of its own yet: what is added must differ from the general one. */
function firstFree({ content, guide }: PartProps): string | null {
  const { clocks, lines } = content.settings;
  const free = lines.find(
    ({ line, open }) =>
      open && !clocks.some((clock) => clock.kind === 'applicant' && clock.line === line),
  );
  return free?.line ?? guide.lines[0]?.id ?? null;
}
