// Keeps the shell of the phone face on the device, so that it opens without a network. Answers of the API are never kept.
const VERSION = '@version@'
const SHELL = '@shell@'
const CACHE = `steward-${VERSION}`
const PAGE_LIMIT_MS = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(SHELL))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('steward-') && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

/** The newest page when the network answers in time, else the kept one. */
async function page(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PAGE_LIMIT_MS) })
  } catch {
    return (await caches.match(new URL('./', self.registration.scope).href)) ?? Response.error()
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const scope = new URL(self.registration.scope)
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname))
    return
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request))
})
