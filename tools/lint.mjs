import { runChecks } from './checks.mjs';
import { ensure, say } from './ensure.mjs';

ensure();
const { failed } = runChecks(say);
process.exitCode = failed > 0 ? 1 : 0;
