import { ensure } from './ensure.mjs';

ensure();
const { runCompiled } = await import('./compiled.mjs');
await runCompiled('bench/main.ts');
