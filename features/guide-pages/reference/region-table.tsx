import { Panel } from '@fuchi/ui/panel.tsx';
import type { Regions, Zone } from '@fuchi/values/region';

const ZONES: readonly Zone[] = ['苏南', '苏中', '苏北'];

/** The province's cities by zone, with their counties. */
export function RegionTable({ regions }: { readonly regions: Regions }) {
  const cities = regions.all.filter((r) => r.level === 'city');
  const counties = regions.all.filter((r) => r.level === 'county');
  return (
    <Panel title="行政区划和片区">
      <p className="quiet small">2021至2022年建制，只含县级及以上区划。</p>
      {ZONES.map((zone) => (
        <section key={zone} id={zone} className="guide-zone" aria-label={zone}>
          <h3>{zone}</h3>
          <dl className="guide-notes">
            {cities
              .filter((c) => c.zone === zone)
              .map((city) => (
                <div key={city.code}>
                  <dt>{city.name}</dt>
                  <dd>
                    {counties
                      .filter((c) => c.city === city.name)
                      .map((c) => c.name)
                      .join('、')}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Panel>
  );
}
