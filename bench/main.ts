import { measure } from './measure.ts';
import { markdown, tablesOf } from './table.ts';

const measured = await measure();
if (process.argv.includes('--json')) console.log(JSON.stringify(measured));
else console.log([measured.machine, ...tablesOf(measured).map(markdown)].join('\n\n'));
