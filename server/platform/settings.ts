import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartProblem } from '#platform/start-problem.ts'

/** The settings of the installation. What a county decides is data and never stands here. */
export type Settings = {
  port: number
  /** Address to listen on. */
  host: string
  /** Absolute path of the folder with the embedded database, the files and the key. */
  dataFolder: string
  /** Set: this PostgreSQL 15 or newer instead of the embedded one. */
  databaseUrl: string | undefined
  /** The master key, 32 bytes in base64. Unset: the key file of the data folder. */
  key: string | undefined
  /** Origin that browsers use, without a slash at its end, when a proxy stands in front. */
  publicAddress: string | undefined
  /** Believe X-Forwarded-For and X-Forwarded-Proto of the proxy in front. */
  behindProxy: boolean
  /** What an empty database is filled with at the first start. */
  firstContent: 'small' | 'full' | 'empty'
}

/** Every environment variable that is read, for `steward config` and the handbook. */
export const settingNames: { name: string; preset: string; zh: string; en: string }[] = [
  { name: 'PORT', preset: '8080', zh: '网页端口', en: 'Port of the web pages' },
  { name: 'STEWARD_HOST', preset: '0.0.0.0', zh: '监听地址', en: 'Address to listen on' },
  {
    name: 'STEWARD_ADDRESS',
    preset: '',
    zh: '浏览器访问的网址，如 https://dj.example.cn',
    en: 'Origin that browsers use, such as https://dj.example.cn',
  },
  {
    name: 'STEWARD_PROXY',
    preset: '0',
    zh: '前面有可信的反向代理时填 1',
    en: '1 when a trusted reverse proxy stands in front',
  },
  { name: 'STEWARD_DATA', preset: './data', zh: '数据文件夹', en: 'Data folder' },
  {
    name: 'DATABASE_URL',
    preset: '',
    zh: '使用已有的 PostgreSQL（15 或更新），不填则用自带的',
    en: 'An existing PostgreSQL (15 or newer); empty: the embedded one',
  },
  {
    name: 'STEWARD_KEY',
    preset: '',
    zh: '加密密钥，64 位十六进制或 32 字节的 base64；不填则用数据文件夹里的密钥文件',
    en: 'Encryption key, 64 hex digits or 32 bytes in base64; empty: the key file in the data folder',
  },
]

/** Folder of the repository, from which relative paths count. */
const repository = resolve(import.meta.dirname, '../..')

/** Reads environment and arguments once. A value that cannot be used is a StartProblem that names the setting. */
export function loadSettings(source: { env: Record<string, string | undefined>; args: string[] }): Settings {
  const args = readArguments(source.args)
  const get = (name: string) => source.env[name]?.trim() || undefined
  return {
    port: readPort(args.port ? '--port' : 'PORT', args.port ?? get('PORT') ?? '8080'),
    host: get('STEWARD_HOST') ?? '0.0.0.0',
    dataFolder: resolve(repository, get('STEWARD_DATA') ?? 'data'),
    databaseUrl: readDatabaseUrl(get('DATABASE_URL')),
    key: readKey(get('STEWARD_KEY')),
    publicAddress: readAddress(get('STEWARD_ADDRESS')),
    behindProxy: readSwitch('STEWARD_PROXY', get('STEWARD_PROXY')),
    firstContent: args.full ? 'full' : args.empty ? 'empty' : 'small',
  }
}

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: { full: { type: 'boolean' }, empty: { type: 'boolean' }, port: { type: 'string' } },
    })
    if (values.full && values.empty) throw new Error('--full, --empty')
    return values
  } catch {
    throw new StartProblem(
      'argument-invalid',
      `不认识的参数：${args.join(' ')}。可以用 --full 或 --empty，以及 --port 端口`,
      `these arguments are not understood; use --full or --empty, and --port N`,
    )
  }
}

function readPort(name: string, text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw invalid(name, text, '1 到 65535 之间的整数', 'a whole number from 1 to 65535')
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  // the text may hold a password, so it is not repeated
  throw invalid(
    'DATABASE_URL',
    '…',
    'postgres://用户:密码@主机:端口/库',
    'postgres://user:password@host:port/database',
  )
}

function readKey(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64')
  if (key.length === 32 && /^[0-9a-z+/_=-]+$/i.test(text)) return key.toString('base64')
  throw invalid('STEWARD_KEY', '…', '64 位十六进制或 32 字节的 base64', '64 hex digits or 32 bytes in base64')
}

function readAddress(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw invalid(
    'STEWARD_ADDRESS',
    text,
    '网址，如 https://dj.example.cn',
    'an origin such as https://dj.example.cn',
  )
}

function readSwitch(name: string, text: string | undefined): boolean {
  if (text === undefined || text === '0') return false
  if (text === '1') return true
  throw invalid(name, text, '0 或 1', '0 or 1')
}

function invalid(name: string, value: string, zh: string, en: string) {
  return new StartProblem(
    'setting-invalid',
    `设置 ${name}=${value} 不能用，应为${zh}`,
    `${name} must be ${en}`,
  )
}
