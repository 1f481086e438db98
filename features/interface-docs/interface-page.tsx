import { siteOrigin } from '@fuchi/platform-browser/site-origin';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { type Description, placesOf } from './description.ts';
import { ErrorTable } from './error-table.tsx';
import { LimitTable } from './limit-table.tsx';
import { OperationPanel } from './operation-panel.tsx';
import { useDescription } from './use-description.ts';
import './interface.css';

const LEAD =
  '程序也可以查询项目类别、评估一个单位，检查、生成和读回申报表。不用注册，也不保存、不记录请求内容。每个例子都可以修改，点“运行”就向本站发送，看到的就是真实的回答。';
const FORMAT = '除文件外，请求和回答都是 JSON，文字编码 UTF-8；金额是以万元计的十进制文本。';

/** 接口: what the interface does, made from its own description, with examples that run here. */
export function InterfacePage() {
  const { loading, again } = useDescription();
  return (
    <>
      <div className="api-title">
        <h1>
          接口{' '}
          <span className="api-english" lang="en">
            HTTP API
          </span>
        </h1>
        <p>{LEAD}</p>
        <p className="quiet small">
          本站地址 <code>{siteOrigin()}</code>，接口说明{' '}
          <a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）。{FORMAT}
        </p>
      </div>
      {loading.state === 'loading' && <PageState>正在读取接口说明……</PageState>}
      {loading.state === 'failed' && (
        <>
          <PageState>读取不到接口说明，请检查网络后重试。</PageState>
          <Button onClick={again}>重试</Button>
        </>
      )}
      {loading.state === 'there' && <Contents description={loading.description} />}
    </>
  );
}

function Contents({ description }: { readonly description: Description }) {
  const places = placesOf(description);
  return (
    <>
      <nav className="panel api-contents" aria-label="本页内容">
        <ul>
          {places.map(({ method, path, operation }) => (
            <li key={operation.operationId}>
              <a href={`#${operation.operationId}`}>{operation.summary}</a>
              <code>
                {method} {path}
              </code>
            </li>
          ))}
          <li>
            <a href="#errors">错误</a>
          </li>
          <li>
            <a href="#limits">限制</a>
          </li>
        </ul>
      </nav>
      {places.map((place) => (
        <OperationPanel
          key={place.operation.operationId}
          place={place}
          schemas={description.components.schemas}
        />
      ))}
      <div id="errors" className="api-anchor">
        <Panel title="错误">
          <ErrorTable errors={description['x-errors']} />
        </Panel>
      </div>
      <div id="limits" className="api-anchor">
        <Panel title="限制">
          <LimitTable limits={description['x-limits']} />
        </Panel>
      </div>
    </>
  );
}
