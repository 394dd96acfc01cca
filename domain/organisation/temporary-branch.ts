export const branchActs = [
  'teachMembers',
  'careForMembers',
  'trainActivists',
  'admitMember',
  'convertMember',
  'punishMember',
  'disposeOfMember',
  'collectDues',
  'electDelegates',
  'holdReElection',
] as const
export type BranchAct = (typeof branchActs)[number]

const temporaryActs: ReadonlySet<BranchAct> = new Set(['teachMembers', 'careForMembers', 'trainActivists'])

/**
 * What a temporary branch may do: teach, care, train activists. Admission, punishment, disposal, dues,
 * delegates and re-election stay with the branch at home.
 */
export function temporaryBranchMay(act: BranchAct): boolean {
  return temporaryActs.has(act)
}
