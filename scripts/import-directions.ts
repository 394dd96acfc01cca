import type { ImportLine } from './import-lines.ts'
import * as table from './structure-table.ts'

/** Where a file stands: its floor of the house and, where it has one, its feature. */
export type Place = {
  readonly floor: string
  readonly feature: string
  readonly name: string
  readonly test: boolean
}

/** Reads the place of a file from its path. */
export function placeOf(path: string): Place {
  const parts = path.split('/')
  const [top = '', second = '', third = ''] = parts
  const at = (floor: string, feature: string): Place => ({
    floor,
    feature,
    name: parts.at(-1) ?? '',
    test: /\.test\.tsx?$/.test(path),
  })
  if (top === 'server' && second === 'features') return at('feature', third)
  if (top === 'server' && parts.length > 2) return at(second, '')
  if (top === 'web' && second === 'src' && parts.length > 3) {
    if (third === table.webShared) return at('web-shared', '')
    return table.webShells.includes(third) ? at(`web-${third}`, '') : at('screen', third)
  }
  return at(top, top === 'domain' && parts.length > 2 ? second : '')
}

/** Why an import is not allowed, or undefined (docs/structure.md, section 3). */
export function forbidden(path: string, from: Place, line: ImportLine): string | undefined {
  const to = placeOf(line.to)
  const test = from.test
  if (from.floor === 'domain') {
    if (line.isPackage) return test ? undefined : `domain imports no package (${line.to})`
    return to.floor === 'domain' ? undefined : `domain imports only domain (${line.to})`
  }
  if (table.stages.test(line.to) && !test && !table.stages.test(path)) return `only tests import ${line.to}`
  if (isBrowser(from)) return browserForbidden(path, from, to, line)
  if (line.isPackage) {
    const contract = from.floor === 'feature' && table.contracts.test(from.name)
    return contract && line.to !== 'zod' ? `a contract imports no package but zod (${line.to})` : undefined
  }
  if (isBrowser(to)) return `only the browser imports the browser (${line.to})`
  if (from.floor === 'platform') return platformForbidden(to, line, test)
  if (from.floor === 'feature') return featureForbidden(from, to, line, test)
  if (from.floor === 'e2e') {
    return to.floor === 'e2e' || line.to === 'server/demo/cast.ts'
      ? undefined
      : `e2e imports only the cast (${line.to})`
  }
  return undefined
}

function platformForbidden(to: Place, line: ImportLine, test: boolean): string | undefined {
  if (to.floor === 'platform' || to.floor === 'db') return undefined
  if (to.floor === 'domain' && table.domainShared.includes(to.feature)) return undefined
  if (test && to.floor === 'domain') return undefined
  return `the platform knows only domain/shared, domain/access and itself (${line.to})`
}

function featureForbidden(from: Place, to: Place, line: ImportLine, test: boolean): string | undefined {
  if (to.floor === 'domain') return undefined
  if (table.contracts.test(from.name)) {
    if (
      line.to === 'server/platform/operation.ts' ||
      (to.floor === 'feature' && table.contracts.test(to.name))
    ) {
      return to.feature === '' ? undefined : wrongFloor(from, to, line)
    }
    return `a contract imports zod, domain, #platform/operation.ts and contracts (${line.to})`
  }
  if (to.floor === 'platform' || to.floor === 'db') return undefined
  if (to.floor === 'demo')
    return test || from.name === 'demo.ts' ? undefined : `only tests and demo.ts use ${line.to}`
  if (to.floor !== 'feature') return test ? undefined : `a feature does not import ${line.to}`
  if (to.feature === from.feature) return undefined
  const door = table.featureDoors.test(to.name)
  if (!door) return `of ${to.feature} only queries*.ts and operations*.ts may be imported (${line.to})`
  return test || from.name === 'demo.ts' ? undefined : wrongFloor(from, to, line)
}

function wrongFloor(from: Place, to: Place, line: ImportLine): string | undefined {
  if (to.feature === from.feature) return undefined
  const lower = (table.floors[to.feature] ?? 99) < (table.floors[from.feature] ?? 0)
  return lower ? undefined : `${to.feature} is not on a lower floor than ${from.feature} (${line.to})`
}

function isBrowser(place: Place): boolean {
  return place.floor.startsWith('web') || place.floor === 'screen'
}

function browserForbidden(path: string, from: Place, to: Place, line: ImportLine): string | undefined {
  const [own, other] = faceOf(path, from) === 'pc' ? ['pc', 'mobile'] : ['mobile', 'pc']
  if (line.isPackage) {
    if (faceOf(path, from) === 'mobile' && /^antd(\/|$)/.test(line.to))
      return `the phone carries no ${line.to}`
    return line.to.startsWith('node:') && from.floor !== 'web' && !from.test
      ? `no ${line.to} in the browser`
      : undefined
  }
  if (to.floor === 'domain') return undefined
  if (!isBrowser(to)) {
    if (!table.typesForBrowser.test(line.to)) return `the browser does not know ${line.to}`
    return line.typeOnly ? undefined : `of ${line.to} the browser imports types only`
  }
  const face = faceOf(path, from)
  const target = faceOf(line.to, to)
  if (face !== undefined && target === other) return `${own} does not import ${other} (${line.to})`
  if (face === undefined && target !== undefined && from.floor !== 'web')
    return `what both faces share imports no face (${line.to})`
  if (from.floor === 'web-shared' && to.floor === 'screen')
    return `src/shared imports no feature (${line.to})`
  if (from.floor !== 'screen') return undefined
  if (to.floor === 'web-pc' || to.floor === 'web-mobile')
    return `a feature does not import a shell (${line.to})`
  const foreign = to.floor === 'screen' && to.feature !== from.feature
  return foreign && line.to.endsWith('.tsx')
    ? `a screen imports no screen of ${to.feature} (${line.to})`
    : undefined
}

function faceOf(path: string, place: Place): 'pc' | 'mobile' | undefined {
  if (place.floor === 'web-pc' || /\.pc\.(tsx|css)$/.test(path)) return 'pc'
  return place.floor === 'web-mobile' || /\.mobile\.(tsx|css)$/.test(path) ? 'mobile' : undefined
}
