// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vite';

// The server puts `dist/` below `/`: hashed files in `assets/`, one index.html that holds no script
// and no style of its own, as the page's Content-Security-Policy asks.
export default defineConfig({
  base: '/',
  build: {
    target: 'es2023',
    outDir: 'dist',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
