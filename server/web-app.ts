import { join } from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Hono } from 'hono'
import { httpApi } from '#platform/http.ts'
import type { Run } from '#platform/run.ts'
import type { Settings } from '#platform/settings.ts'
import { staticFace } from '#platform/static-files.ts'

export const VERSION = '0.1.0'

/** Both faces, the page that checks receipts, the API and its documents on one port. */
export function webApp(run: Run, settings: Pick<Settings, 'behindProxy' | 'publicAddress'>): Hono {
  const app = httpApi(run, {
    addressOf: (c) => {
      const forwarded = settings.behindProxy
        ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
        : undefined
      return forwarded ?? getConnInfo(c).remote.address ?? ''
    },
    secure: settings.publicAddress?.startsWith('https:') ?? false,
    version: VERSION,
  })
  const dist = join(import.meta.dirname, '../web/dist')
  app.get('/verify.html', staticFace(join(dist, 'verify'), 'verify.html', '/'))
  app.get('/m', (c) => c.redirect('/m/'))
  app.get('/m/*', staticFace(join(dist, 'mobile'), 'mobile.html', '/m/'))
  app.get('*', staticFace(join(dist, 'pc'), 'pc.html', '/'))
  return app
}
