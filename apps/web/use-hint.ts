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
        if (news === 'changed') setHinted(isSignedInHint());
      }),
    [],
  );
  return hinted && isDeskOffered();
}
