import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { API_PROXY, onePage } from './vite.shared.ts'

const root = import.meta.dirname
const outDir = resolve(root, 'dist/mobile')

/** Writes the list of the shell's files and their common fingerprint into the service worker. */
function serviceWorker(): Plugin {
  return {
    name: 'steward-service-worker',
    apply: 'build',
    // After writing: parts that held nothing but styles are gone by then, and one file that is missing keeps the whole from being kept.
    async writeBundle(_options, bundle) {
      const source = await readFile(resolve(root, 'src/mobile/service-worker.js'), 'utf8')
      const files = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))
      const shell = ['./', './manifest.webmanifest', './icons/mark.svg', ...files.map((name) => `./${name}`)]
      const version = createHash('sha256').update(shell.join('\n')).update(source).digest('hex').slice(0, 12)
      const code = source.replace("'@shell@'", JSON.stringify(shell)).replace('@version@', version)
      await writeFile(resolve(outDir, 'service-worker.js'), code)
    },
  }
}

export default defineConfig({
  root,
  base: '/m/',
  publicDir: resolve(root, 'mobile-public'),
  cacheDir: resolve(root, '../node_modules/.vite-mobile'),
  plugins: [react(), onePage('mobile.html', outDir), serviceWorker()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: resolve(root, 'mobile.html') },
  },
  server: { port: 5174, proxy: API_PROXY },
})
