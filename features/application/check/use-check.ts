import { useDesk } from '@fuchi/platform-browser/use-desk';
import { useEffect, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { type CheckView, checkView } from './contract.ts';

/** The server's whole check, asked anew when the draft was saved; `again` asks once more. */
export function useCheck() {
  const { view, draft } = useApplication();
  const { ask, fault, busy } = useDesk();
  const [check, setCheck] = useState<CheckView>();
  const [asked, setAsked] = useState(0);
  const { savedAt, waiting } = draft;
  // What the answer depends on: the state, what was saved last, and how often somebody asked.
  const of = `${view.state} ${savedAt} ${asked}`;
  useEffect(() => {
    if (of === '' || waiting > 0) return;
    void ask({ path: `/api/applications/${view.id}/check` }, checkView).then(
      (found) => found && setCheck(found),
    );
  }, [ask, view.id, of, waiting]);
  return { check, fault, busy, again: () => setAsked(asked + 1) };
}
