import { changeCalendar, countWorkingDays, showCalendar } from './operations-calendar.ts'
import {
  changeOrgForm,
  correctOrg,
  dissolveOrg,
  fileChange,
  mergeOrgs,
  moveOrg,
  recordOrgFact,
  registerOrg,
  renameOrg,
  setUpOrg,
  splitOrg,
} from './operations-change.ts'
import { endPost, extendTerm, fillPost, recordCommittee, setGroupLeader } from './operations-committee.ts'
import { listCommunities, listDefects, planDefect } from './operations-defect.ts'
import { listChanges, searchOrgs, showMyBranch, showOrg, showTree } from './operations-org.ts'
import { assignInstructor, closeUnit, listUnits, recordUnit, showCoverage } from './operations-unit.ts'

/** Contracts of the feature: the tree and its changes, committees, defects, units, the calendar. */
export const organisationOperations = {
  showTree,
  showOrg,
  searchOrgs,
  listChanges,
  showMyBranch,
  setUpOrg,
  registerOrg,
  renameOrg,
  moveOrg,
  mergeOrgs,
  splitOrg,
  dissolveOrg,
  changeOrgForm,
  correctOrg,
  fileChange,
  recordOrgFact,
  recordCommittee,
  extendTerm,
  fillPost,
  endPost,
  setGroupLeader,
  listDefects,
  planDefect,
  listCommunities,
  listUnits,
  showCoverage,
  recordUnit,
  closeUnit,
  assignInstructor,
  showCalendar,
  changeCalendar,
  countWorkingDays,
}
