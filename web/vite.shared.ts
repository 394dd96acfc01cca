import { copyFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

export const API_PROXY = {
  '/api': { target: process.env.STEWARD_API ?? 'http://127.0.0.1:8080', changeOrigin: false },
}

/** One face has one page: in development every address opens it, and the build writes it as index.html too. */
export function onePage(entry: string, outDir: string): Plugin {
  return {
    name: 'steward-one-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const asksForPage = request.headers.accept?.includes('text/html') && !request.url?.startsWith('/api/')
        if (asksForPage) request.url = `${server.config.base}${entry}`
        next()
      })
    },
    async closeBundle() {
      await copyFile(resolve(outDir, entry), resolve(outDir, 'index.html'))
    },
  }
}
