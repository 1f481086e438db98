import { ensure } from './ensure.mjs';

ensure();
const { register } = await import('tsx/esm/api');
register();
await import('../tests/proof/main.ts');
