import { buildWeb } from './build-web.mjs';
import { ensure, say, stop } from './ensure.mjs';

ensure();
if (!buildWeb(say))
  stop('the pages could not be built; the reason stands above. 网页生成失败，原因见上。');
process.setSourceMapsEnabled(true);
const { runCompiled } = await import('./compiled.mjs');
await runCompiled('apps/server/main.ts');
