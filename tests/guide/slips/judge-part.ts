import { chosen } from './extent.ts';
import { Panel } from './panel.ts';

// One of several processes that share the mutants: of every `parts` mutants it judges the one numbered `part`.
const [part = 0, parts = 1] = process.argv.slice(2).map(Number);
const panel = await Panel.ofGuide();
const mutants = chosen(panel.mutants);
for (let i = part; i < mutants.length; i += parts) {
  const mutant = mutants[i];
  if (mutant) process.send?.([i, panel.verdict(mutant)]);
}
process.disconnect?.();
