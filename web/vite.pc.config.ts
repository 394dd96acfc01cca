import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { API_PROXY, onePage } from './vite.shared.ts'

const root = import.meta.dirname
const outDir = resolve(root, 'dist/pc')

export default defineConfig({
  root,
  base: '/',
  publicDir: resolve(root, 'pc-public'),
  cacheDir: resolve(root, '../node_modules/.vite-pc'),
  plugins: [react(), onePage('pc.html', outDir)],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: resolve(root, 'pc.html') },
  },
  server: { port: 5173, proxy: API_PROXY },
})
