import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // One file of styles: a part that had to be asked for twice never stands there without its own.
  build: { target: 'es2023', chunkSizeWarningLimit: 2_000, cssCodeSplit: false },
});
