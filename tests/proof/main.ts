import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { RUSH } from '../../bench/last-ten-minutes/section.ts';
import { SPEED } from '../../bench/section.ts';
import { FUZZ } from '../fuzz/section.ts';
import { ORDER } from '../guide/order/section.ts';
import { SLIPS } from '../guide/slips/section.ts';
import { ORACLE } from '../guide/sound/section.ts';
import { TIGHT } from '../guide/tight/section.ts';
import { traceSection } from '../guide/trace/section.ts';
import { pageWith } from './page.ts';
import type { Section } from './section.ts';

const PAGE = `${import.meta.dirname}/../../docs/proof.md`;

/** In the order of the page; speed last, as what ran before it has warmed nothing it measures. */
const SECTIONS: readonly Section[] = [
  ...[SLIPS, traceSection, ORACLE, TIGHT, ORDER],
  ...[FUZZ, RUSH, SPEED],
];

const ids = SECTIONS.map((s) => s.id);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !ids.includes(id));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${ids.join(', ')}`);
  process.exitCode = 2;
} else {
  for (const section of SECTIONS) {
    if (wanted.length > 0 && !wanted.includes(section.id)) continue;
    console.log(section.id);
    const text = await section.write();
    // Written part by part: a later part that breaks off loses nothing.
    const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
    writeFileSync(PAGE, pageWith(page, ids, new Map([[section.id, text]])));
    console.log(text);
  }
}
