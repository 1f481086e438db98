import { AccountPage } from '@fuchi/sign-in/page/account-page.tsx';
import { ConfirmEmailPage } from '@fuchi/sign-in/page/confirm-email-page.tsx';
import { ForgottenPage } from '@fuchi/sign-in/page/forgotten-page.tsx';
import { LettersPage } from '@fuchi/sign-in/page/letters-page.tsx';
import { NewPasswordPage } from '@fuchi/sign-in/page/new-password-page.tsx';
import { SignInPage } from '@fuchi/sign-in/page/sign-in-page.tsx';
import { SignOnRequestsPage } from '@fuchi/sign-in/page/sign-on-requests-page.tsx';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ownPath } from './own-path.ts';

/** Who somebody is: loaded when somebody signs in or looks at his account. */
const signInRoute = getRouteApi('/sign-in');
/** Where whoever signed in without having asked for a page goes. */
const HOME = '/desk';

export function SignIn() {
  const search = signInRoute.useSearch();
  const router = useRouter();
  const to = ownPath(search.to ?? '') ?? HOME;
  const onReady = useCallback(() => router.history.replace(to), [router, to]);
  return <SignInPage signOn={search['sign-on'] ?? ''} onReady={onReady} />;
}

export const Account = AccountPage;
export const ConfirmEmail = ConfirmEmailPage;
export const Forgotten = ForgottenPage;
export const Letters = LettersPage;
export const NewPassword = NewPasswordPage;
export const SignOnRequests = SignOnRequestsPage;
