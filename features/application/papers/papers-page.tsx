import { deskFetch } from '@fuchi/platform-browser/desk-fetch';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { useUploads } from '@fuchi/platform-browser/use-uploads';
import type { NeededPaper } from '@fuchi/policy/assess/papers';
import { statementKindOf, statementPapersOf } from '@fuchi/record-application/contract-statement';
import { MOST_PART, uploadView } from '@fuchi/record-upload/contract';
import { endingsFor, typesInWords } from '@fuchi/record-upload/contract-purpose';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { useJudged } from '../frame/use-judged.ts';
import { OutlineLink } from '../outline/outline-link.tsx';
import { type PaperView, paperList, REPORT_PAPER } from './contract.ts';
import { PaperSection } from './paper-section.tsx';
import { StatedPaper } from './stated-paper.tsx';

/** What the line doesn't list and the applicant wants to hand in all the same. */
const OTHER = '其他材料';

/** The papers this applicant needs, by the facts as they are told now, and the files handed in as each. */
export function PapersPage() {
  const { view } = useApplication();
  const { papers, program, settled } = useJudged();
  const stated = statementPapersOf(program);
  const given = new Set([...settled.keys()].map((id) => statementKindOf(program.specs.get(id))));
  const { ask, fault } = useDesk();
  const [kept, setKept] = useState<readonly PaperView[]>([]);
  const path = `/api/applications/${view.id}/papers`;
  useEffect(() => {
    void ask({ path }, paperList).then((list) => list && setKept(list));
  }, [ask, path]);

  /** Why a file that came whole wasn't taken, by its upload: another one's being taken doesn't take that away. */
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  /** Files are taken in the order in which they were chosen, which is the book's; counting pages takes its time. */
  const turn = useRef<Promise<void>>(Promise.resolve());
  const released = useRef<(key: string) => void>(() => {});
  const take = useCallback(
    async (upload: { readonly id: string }, paper: string) => {
      const body = { upload: upload.id, paper };
      const answer = await deskFetch({ method: 'POST', path, body }, paperList);
      if (!answer.ok) {
        const [first] = answer.fault.faults;
        const says = first?.message ?? answer.fault.message;
        setRefused((before) => new Map(before).set(upload.id, says));
        return;
      }
      setKept(answer.value);
      released.current(upload.id);
    },
    [path],
  );
  const uploads = useUploads({
    purpose: 'paper',
    contract: uploadView,
    mostPart: MOST_PART,
    onWhole: (upload, chosenFor) => {
      turn.current = turn.current.then(() => take(upload, chosenFor));
    },
  });
  released.current = (id) => {
    const item = uploads.items.find((one) => one.upload?.id === id);
    if (item) uploads.release(item.key);
  };
  const remove = async (paper: PaperView) => {
    const list = await ask({ method: 'DELETE', path: `${path}/${paper.id}` }, paperList);
    if (list) setKept(list);
  };
  const needed = papers.filter((one) => one.needed !== 'no');
  const listed = new Set(needed.map(({ paper }) => paper.name));
  const named = (paper: string) => paper === REPORT_PAPER || listed.has(paper);
  const section = (name: string, one: NeededPaper | undefined) => (
    <PaperSection
      key={name}
      application={view.id}
      name={name}
      needed={one}
      lead={name === REPORT_PAPER && <OutlineLink application={view.id} />}
      kept={kept.filter(({ paper }) => (name === OTHER ? !named(paper) : paper === name))}
      sending={uploads.items
        .filter(({ chosenFor }) => (chosenFor === '' ? OTHER : chosenFor) === name)
        .map((item) => {
          const message = refused.get(item.upload?.id ?? '');
          return message === undefined ? item : { ...item, state: 'failed' as const, message };
        })}
      open={view.open}
      accept={endingsFor('paper')
        .map((ending) => `.${ending}`)
        .join(',')}
      onFiles={(files) => uploads.add(files, name)}
      onStop={uploads.remove}
      onRemove={(paper) => void remove(paper)}
    />
  );
  return (
    <>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      <Panel title="材料">
        <p className="quiet small panel-lead">
          按填报的事实列出需要的材料。可传{typesInWords('paper')}
          ，每个不超过200MB；网络中断后接着传。
        </p>
        {!listed.has(REPORT_PAPER) && section(REPORT_PAPER, undefined)}
        {needed.map((one) =>
          stated.has(one.paper.name) ? (
            <StatedPaper
              key={one.paper.name}
              application={view.id}
              needed={one}
              given={given.has(stated.get(one.paper.name))}
            />
          ) : (
            section(one.paper.name, one)
          ),
        )}
        {section(OTHER, undefined)}
      </Panel>
    </>
  );
}
