import { xmlText } from '@fuchi/documents/office/xml';
import type { FastifyRequest } from 'fastify';
import type { Wording } from './wording.ts';

/**
 * Whether a person's browser opens this address itself, by a link to a file: then a refusal is to be read by the
 * person. What our pages and other programs ask is answered in JSON.
 */
export function isOpenedByPerson(request: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  const { accept = '' } = request.headers;
  return (
    request.method === 'GET' &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    accept.includes('text/html')
  );
}

interface Refused {
  readonly wording: Wording;
  readonly faults: readonly { readonly message: string; readonly fix?: string }[];
}

/**
 * A refusal as a page: what stands against it, each thing with what to do, and the request's number to name.
 * @example reply.type('text/html; charset=utf-8').send(faultPage(fault, request.id))
 */
export function faultPage({ wording, faults }: Refused, requestId: string): string {
  const each = faults.map(({ message, fix }) => (fix ? `${message}。${fix}` : message));
  const items = each.map((text) => `<li>${xmlText(text)}</li>`).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>打不开这个地址</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>打不开这个地址</h1>
<p>${xmlText(wording.zh)}</p>
${items === '' ? '' : `<ul>\n${items}\n</ul>`}
<p class="quiet">请关闭本页，回到原来的页面处理。<a href="/desk">工作台</a></p>
<p class="quiet">请求编号 ${xmlText(requestId)}</p>
</main>
</body>
</html>
`;
}

const STYLE = `
body { margin: 0; background: #f5f6f8; color: #1d2129; font: 16px/1.7 system-ui, sans-serif; }
main { max-width: 40rem; margin: 4rem auto; padding: 1.5rem 2rem; background: #fff; border: 1px solid #d9dce1; }
h1 { margin: 0 0 1rem; font-size: 1.25rem; }
li { overflow-wrap: anywhere; }
.quiet { color: #5a6270; font-size: 0.875rem; }
@media (max-width: 44rem) { main { margin: 1rem; padding: 1rem; } }
`;
