/** How the workbench is built: one page, hashed files, nothing inline, so that a strict policy can hold. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    // It comes from this machine, with the names of all countries in it.
    chunkSizeWarningLimit: 600,
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4173' } },
})
