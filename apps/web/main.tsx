import '@fuchi/platform-browser/plain-contracts';
import { ThemeFrame } from '@fuchi/ui/theme-frame.tsx';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './routes.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
// Where the control that led here went away with the page before, the keyboard goes on at the content; a page that
// was opened anew begins at its beginning.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (!fromLocation || !pathChanged || document.activeElement !== document.body) return;
  document.getElementById('content')?.focus({ preventScroll: true });
});
createRoot(element).render(
  <StrictMode>
    <ThemeFrame>
      <RouterProvider router={router} />
    </ThemeFrame>
  </StrictMode>,
);
