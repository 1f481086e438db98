import { buildWeb } from './build-web.mjs';
import { ensure, stop } from './ensure.mjs';

ensure();
/** @param {string} text to where it doesn't mix with what is measured, which may be read as JSON */
const aside = (text) => process.stderr.write(`fuchi: ${text}\n`);
if (!buildWeb(aside))
  stop('the pages could not be built; the reason stands above. 网页生成失败，原因见上。');
const { runCompiled } = await import('./compiled.mjs');
await runCompiled('bench/main.ts');
