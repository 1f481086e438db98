import { RoundPage } from '@fuchi/round-setup/page/round-page.tsx';
import { RoundsPage } from '@fuchi/round-setup/page/rounds-page.tsx';
import { SignOffPage } from '@fuchi/sign-off/page/sign-off-page.tsx';
import { SignOffsPage } from '@fuchi/sign-off/page/sign-offs-page.tsx';
import { getRouteApi, useNavigate } from '@tanstack/react-router';

/** Rounds and what is signed of them: loaded when an official opens them. */
const roundRoute = getRouteApi('/rounds/$round');
const signOffRoute = getRouteApi('/sign-offs/$signOff');

export function Rounds() {
  const navigate = useNavigate();
  return (
    <RoundsPage onMade={(round) => void navigate({ to: '/rounds/$round', params: { round } })} />
  );
}

export function OneRound() {
  const { round } = roundRoute.useParams();
  return <RoundPage key={round} id={round} />;
}

export const SignOffs = SignOffsPage;

export function OneSignOff() {
  const { signOff } = signOffRoute.useParams();
  return <SignOffPage key={signOff} id={signOff} />;
}
