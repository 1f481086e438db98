import { cpus } from 'node:os';
import { compare } from './compare.ts';
import { byHand, jsonRulesEngine } from './data-product.ts';
import { fuchi } from './fuchi.ts';

const [processor] = cpus();
console.log(`Node ${process.versions.node}, ${processor?.model.trim() ?? 'unknown processor'}`);
console.log('\none line (数据产品化), evaluations per second, one thread, median of 15 rounds');

const results = await compare([jsonRulesEngine(), ...(await fuchi()), byHand()]);
const width = Math.max(...results.map(({ name }) => name.length));
for (const { name, perSecond, ratio } of results) {
  const rate = Math.round(perSecond).toLocaleString('en');
  console.log(`  ${name.padEnd(width)}  ${rate.padStart(12)}  × ${ratio.toFixed(2)}`);
}
