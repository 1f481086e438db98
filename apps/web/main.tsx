import '@fuchi/platform-browser/plain-contracts';
import { ThemeFrame } from '@fuchi/ui/theme-frame.tsx';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './routes.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
createRoot(element).render(
  <StrictMode>
    <ThemeFrame>
      <RouterProvider router={router} />
    </ThemeFrame>
  </StrictMode>,
);
