import { measure } from './measure.ts';
import { pages } from './pages.ts';
import { markdown, tablesOf } from './table.ts';

const json = process.argv.includes('--json');
if (process.argv.includes('pages')) {
  const found = await pages();
  if (json) console.log(JSON.stringify(found));
  else console.table(found);
} else {
  const measured = await measure();
  if (json) console.log(JSON.stringify(measured));
  else console.log([measured.machine, ...tablesOf(measured).map(markdown)].join('\n\n'));
}
