import { settingNames } from '#platform/settings.ts'
import type { Command } from './command.ts'

const SECRETS = new Set(['DATABASE_URL', 'STEWARD_KEY'])

/** Prints every setting of the installation and where it stands; secrets are named, not shown. */
export const showConfig: Command = {
  name: 'config',
  usage: 'config',
  zh: '查看安装设置',
  en: 'show the settings of this installation',
  database: false,
  async run({ say }) {
    for (const { name, preset, zh, en } of settingNames) {
      const given = process.env[name]
      const value =
        given === undefined || given === ''
          ? `(${preset === '' ? '—' : preset})`
          : SECRETS.has(name)
            ? '••••'
            : given
      say(`${name.padEnd(18)} ${value.padEnd(24)} ${zh} · ${en}`)
    }
    return 0
  },
}
