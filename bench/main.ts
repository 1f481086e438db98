import { documents } from './documents.ts';
import { lastTenMinutes } from './last-ten-minutes/last-ten-minutes.ts';
import { measure } from './measure.ts';
import { pages } from './pages.ts';
import { service } from './service.ts';
import { hostService } from './service-host.ts';
import { markdown, tablesOf } from './table.ts';

const json = process.argv.includes('--json');
const [, , what = '', how = ''] = process.argv;
if (what === 'host') {
  await hostService(how === 'threads' ? 'threads' : 'in place');
} else if (what === 'service') {
  const found = await service();
  if (json) console.log(JSON.stringify(found));
  else console.table(found);
} else if (what === 'last-ten-minutes') {
  const found = await lastTenMinutes(how === '' || how === '--json' ? 1 : Number(how));
  if (json) console.log(JSON.stringify(found));
  else console.dir(found, { depth: 4 });
} else if (what === 'documents') {
  const found = await documents();
  if (json) console.log(JSON.stringify(found));
  else console.dir(found, { depth: 3 });
} else if (what === 'pages') {
  const found = await pages();
  if (json) console.log(JSON.stringify(found));
  else console.dir(found, { depth: 3 });
} else {
  const measured = await measure();
  if (json) console.log(JSON.stringify(measured));
  else console.log([measured.machine, ...tablesOf(measured).map(markdown)].join('\n\n'));
}
