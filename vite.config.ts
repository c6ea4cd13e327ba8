import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The web apps, served below /kiosk/, /phone/ and so on; `server` and `cli` are built by apps/cli/bin/daoyin.js. */
export default defineConfig({
  root: 'apps',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../.build/web',
    emptyOutDir: true,
    rollupOptions: { input: { kiosk: 'apps/kiosk/index.html', phone: 'apps/phone/index.html' } },
  },
  server: { proxy: { '/api': { target: 'http://localhost:8080', ws: true } } },
});
