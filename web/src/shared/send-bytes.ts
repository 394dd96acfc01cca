const QUIET_LIMIT_MS = 120_000

/** Posts bytes and says how much has gone out, which fetch cannot. Rejects when no answer came, or nothing moved for two minutes. */
export function sendBytes(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Blob,
  onSent?: (share: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let limit = setTimeout(() => request.abort(), QUIET_LIMIT_MS)
    const stillMoving = () => {
      clearTimeout(limit)
      limit = setTimeout(() => request.abort(), QUIET_LIMIT_MS)
    }
    const fail = () => {
      clearTimeout(limit)
      reject(new Error('no answer'))
    }
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => {
      stillMoving()
      onSent?.(total === 0 ? 0 : loaded / total)
    }
    request.onerror = fail
    request.onabort = fail
    request.onload = () => {
      clearTimeout(limit)
      const date = request.getResponseHeader('date')
      resolve(new Response(request.responseText, { status: request.status, headers: date ? { date } : {} }))
    }
    request.send(body)
  })
}
