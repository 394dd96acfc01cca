/** Features by floor (docs/structure.md, section 3); a feature uses lower floors only. */
export const floors: Readonly<Record<string, number>> = {
  ...floorsOf([
    ['organisation', 'sign-in', 'access'],
    ['members', 'messages', 'notices', 'files'],
    ['schemes', 'points'],
    [
      'pledges',
      'claims',
      'organisation-life',
      'study',
      'dues',
      'community',
      'care',
      'floating',
      'transfers',
      'development',
    ],
    ['appraisals', 'outcomes', 'organisation-rating'],
    ['surveys', 'role-models', 'year'],
    ['boards', 'reports', 'portal'],
  ]),
  // Accounts belong to organisations and roles to accounts, so floor 1 has steps.
  'sign-in': 1.1,
  access: 1.2,
  // Outcomes come of grades.
  outcomes: 5.1,
  // Notices and objections ask for things to do, which messages keep.
  notices: 2.1,
  // Lines are credited by schemes, and deeds belong to pledges.
  points: 3.1,
  claims: 4.1,
}

export const features = Object.keys(floors)

/** What a folder of a feature may hold, per workspace. */
export const fileNames = {
  domain: /^[a-z0-9-]+(\.test)?\.ts$/,
  server:
    /^(operations(-[a-z0-9-]+)?|handlers(-[a-z0-9-]+)?|queries(-[a-z0-9-]+)?|jobs(-[a-z0-9-]+)?|documents(-[a-z0-9-]+)?|checks(-[a-z0-9-]+)?|demo)\.ts$|^[a-z0-9-]+\.test\.ts$/,
  web: /^(hooks|labels)(-[a-z0-9-]+)?\.ts$|^[A-Z][A-Za-z0-9]*\.(pc|mobile|shared)\.tsx$|^[A-Z][A-Za-z0-9]*\.css$|\.test\.tsx?$/,
} as const

/** Files of a feature that other features of higher floors may import. */
export const featureDoors = /^(queries|operations)(-[a-z0-9-]+)?\.ts$/
/** Contracts of a feature. */
export const contracts = /^operations(-[a-z0-9-]+)?\.ts$/

/** Folders of the domain that are not features. */
export const domainShared = ['shared', 'access']
/** Folders of the browser that are not features. */
export const webShells = ['pc', 'mobile', 'verify']
export const webShared = 'shared'

/** What the browser may name of the server, as types. */
export const typesForBrowser =
  /^server\/(operations|platform\/operation|features\/[a-z-]+\/operations(-[a-z0-9-]+)?)\.ts$/

/** Where the clock may be read; elsewhere in tests only beside a `NOTE: clock` saying why. */
export const clockPlaces = [
  /^server\/platform\/(run|clock|worker)\.ts$/,
  /^server\/(main|steward)\.ts$/,
  /^web\/src\/shared\/clock\.ts$/,
  /^scripts\//,
]

/** Files that gather others by design. */
export const gatherers = ['server/operations.ts', 'server/features.ts']

/** Houses under test and the stages several test files share: for tests only. */
export const stages = /^server\/testing(-[a-z]+)?\.ts$/

/** Files whose default export a tool asks for. */
export const defaultExportPlaces = /(^|\/)[a-z.-]*\.config\.ts$/

/** Words that say nothing, in names of files and exported things. */
export const emptyWords = ['util', 'utils', 'helper', 'helpers', 'misc', 'manager', 'dto']

function floorsOf(lists: readonly (readonly string[])[]): Record<string, number> {
  return Object.fromEntries(lists.flatMap((slugs, index) => slugs.map((slug) => [slug, index + 1])))
}
