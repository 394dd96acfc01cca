import type { Handled } from '#platform/context.ts'
import { rosterDecideHandlers } from './handlers-roster-decide.ts'
import { rosterExportHandlers } from './handlers-roster-export.ts'
import { rosterImportHandlers } from './handlers-roster-import.ts'
import { rosterRowHandlers } from './handlers-roster-rows.ts'

/** Import and export of rosters. */
export const rosterHandlers: readonly Handled[] = [
  ...rosterImportHandlers,
  ...rosterRowHandlers,
  ...rosterDecideHandlers,
  ...rosterExportHandlers,
]
