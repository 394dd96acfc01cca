import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
const outDir = resolve(root, 'dist/verify')

/** Script and style go into the page itself, which names their hashes and allows nothing else: it works from a stick. */
function oneFile(): Plugin {
  return {
    name: 'steward-one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['verify.html']
      if (page?.type !== 'asset') throw new Error('The page that checks receipts was not built')
      const script = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
      const style = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
      )
      const [code, css] = [script[0]?.trim().replaceAll('</script', '<\\/script'), style[0]?.trim()]
      if (code === undefined || css === undefined || script.length + style.length > 2) {
        throw new Error('One script and one style were expected')
      }
      const policy = `default-src 'none'; script-src ${hashOf(code)}; style-src ${hashOf(css)}; base-uri 'none'; form-action 'none'`
      const html = String(page.source)
        .replace(/\s*<script[^>]*src=[^>]*><\/script>/g, '')
        .replace(/\s*<link[^>]*rel="stylesheet"[^>]*>/g, '')
        .replace(
          '<meta charset="utf-8" />',
          () =>
            `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        )
        .replace('</head>', () => `  <style>${css}</style>\n  </head>`)
        .replace('</body>', () => `  <script type="module">${code}</script>\n  </body>`)
      for (const name of Object.keys(bundle)) if (name !== 'verify.html') delete bundle[name]
      page.source = html
    },
  }
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  cacheDir: resolve(root, '../node_modules/.vite-verify'),
  plugins: [oneFile()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { input: resolve(root, 'verify.html') },
  },
})
