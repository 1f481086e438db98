import { isDeskOffered } from '@fuchi/platform-browser/desk-offered';
import { onSessionNews } from '@fuchi/platform-browser/session-news';
import { isSignedInHint } from '@fuchi/platform-browser/signed-in-hint';
import { useEffect, useState } from 'react';

/** Whether somebody seems to be signed in: who it is, is asked and loaded only then. */
export function useHint(): boolean {
  const [hinted, setHinted] = useState(isSignedInHint);
  useEffect(
    () =>
      onSessionNews((news) => {
        // Who was here stays awaited on the page: signing out opens another one.
        if (news === 'changed') setHinted((before) => before || isSignedInHint());
      }),
    [],
  );
  return hinted && isDeskOffered();
}
