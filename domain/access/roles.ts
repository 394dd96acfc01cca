import type { Reach } from '../shared/reach.ts'
import type { Permission } from './permissions.ts'

/** A role as the county hands it out: its words and, for each permission, how far it counts. */
export type RoleDefinition = {
  readonly zh: string
  readonly en: string
  /** One of the three separate administrators of R-302; holds no business permission. */
  readonly administrator: boolean
  readonly holds: Readonly<Partial<Record<Permission, Reach>>>
}

/** Roles × reach, the only place that knows role names. The three administrators exclude each other and all business roles. */
export const ROLES = {
  member: {
    zh: '党员',
    en: 'Member',
    administrator: false,
    holds: {
      'organisation.read': 'own-org',
      'member.read': 'self',
      'scheme.read': 'self',
      'member.request-correction': 'self',
      'member.who-looked': 'self',
      'file.add': 'self',
      'notice.read': 'own-org',
      'objection.raise': 'self',
      'points.read': 'self',
      'ranking.read': 'own-org',
      'pledge.write': 'self',
      'pledge.read': 'own-org',
      'pledge.help': 'own-org',
      'pledge-comment.say': 'own-org',
      'claim.submit': 'self',
      'claim.read': 'self',
      'deduction.read': 'self',
      'deduction.answer': 'self',
      'task.take': 'self',
    },
  },
  'branch-secretary': {
    zh: '支部书记',
    en: 'Branch secretary',
    administrator: false,
    holds: {
      'organisation.read': 'org-and-below',
      'organisation.committee': 'org-and-below',
      'member.read': 'org-and-below',
      'scheme.read': 'org-and-below',
      'exemption.read': 'org-and-below',
      'member.unmask': 'org-and-below',
      'member.change': 'org-and-below',
      'member.export': 'org-and-below',
      'member.who-looked': 'org-and-below',
      'account.print-code': 'org-and-below',
      'message.send': 'org-and-below',
      'message.read-delivery': 'org-and-below',
      'file.add': 'org-and-below',
      'notice.read': 'org-and-below',
      'notice.draft': 'org-and-below',
      'notice.check': 'org-and-below',
      'notice.approve': 'org-and-below',
      'notice.attend': 'own-org',
      'objection.take': 'org-and-below',
      'objection.handle': 'org-and-below',
      'points.read': 'org-and-below',
      'points-month.read': 'org-and-below',
      'points-month.move': 'org-and-below',
      'ranking.read': 'org-and-below',
      'pledge.read': 'org-and-below',
      'pledge.follow': 'org-and-below',
      'pledge.enter': 'org-and-below',
      'pledge.review': 'org-and-below',
      'pledge.write-org': 'org-and-below',
      'pledge.publish': 'org-and-below',
      'pledge.judge': 'org-and-below',
      'pledge-comment.read': 'org-and-below',
      'claim.read': 'org-and-below',
      'claim.enter': 'org-and-below',
      'claim.appoint-stand-in': 'org-and-below',
      'claim.review': 'org-and-below',
      'witness.take-down': 'org-and-below',
      'deduction.read': 'org-and-below',
      'deduction.propose': 'org-and-below',
      'deduction.decide': 'org-and-below',
      'task.announce': 'org-and-below',
      'file.compare': 'org-and-below',
    },
  },
  'branch-committee': {
    zh: '支部委员',
    en: 'Branch committee member',
    administrator: false,
    holds: {
      'organisation.read': 'org-and-below',
      'member.read': 'org-and-below',
      'scheme.read': 'org-and-below',
      'message.send': 'org-and-below',
      'message.read-delivery': 'org-and-below',
      'file.add': 'org-and-below',
      'notice.read': 'org-and-below',
      'notice.draft': 'org-and-below',
      'notice.check': 'org-and-below',
      'notice.approve': 'org-and-below',
      'notice.attend': 'own-org',
      'objection.take': 'org-and-below',
      'objection.handle': 'org-and-below',
      'points.read': 'org-and-below',
      'points-month.read': 'org-and-below',
      'ranking.read': 'org-and-below',
      'pledge.read': 'org-and-below',
      'pledge.follow': 'org-and-below',
      'pledge.enter': 'org-and-below',
      'pledge.review': 'org-and-below',
      'pledge-comment.read': 'org-and-below',
      'claim.read': 'org-and-below',
      'claim.enter': 'org-and-below',
      'claim.review': 'org-and-below',
      'witness.take-down': 'org-and-below',
      'deduction.read': 'org-and-below',
      'deduction.propose': 'org-and-below',
      'deduction.decide': 'org-and-below',
      'task.announce': 'org-and-below',
      'file.compare': 'org-and-below',
    },
  },
  'base-committee-officer': {
    zh: '基层党委组织干事',
    en: 'Base-committee officer',
    administrator: false,
    holds: {
      'organisation.read': 'org-and-below',
      'organisation.change': 'org-and-below',
      'organisation.committee': 'org-and-below',
      'setting.read': 'org-and-below',
      'member.read': 'org-and-below',
      'scheme.read': 'org-and-below',
      'exemption.read': 'org-and-below',
      'exemption.record': 'org-and-below',
      'member.unmask': 'org-and-below',
      'member.change': 'org-and-below',
      'member.certify': 'org-and-below',
      'member.decide-correction': 'org-and-below',
      'member.export': 'org-and-below',
      'member.who-looked': 'org-and-below',
      'roster-import.run': 'org-and-below',
      'account.read': 'org-and-below',
      'account.print-code': 'org-and-below',
      'message.send': 'org-and-below',
      'message.read-delivery': 'org-and-below',
      'file.add': 'org-and-below',
      'notice.read': 'org-and-below',
      'notice.draft': 'org-and-below',
      'notice.check': 'org-and-below',
      'notice.approve': 'org-and-below',
      'notice.attend': 'own-org',
      'objection.take': 'org-and-below',
      'objection.handle': 'org-and-below',
      'points.read': 'org-and-below',
      'points.bring-along': 'org-and-below',
      'points-month.read': 'org-and-below',
      'points-month.move-late': 'org-and-below',
      'ranking.read': 'org-and-below',
      'pledge.read': 'org-and-below',
      'pledge.follow': 'org-and-below',
      'pledge.review-above': 'org-and-below',
      'pledge.write-org': 'org-and-below',
      'pledge.publish': 'org-and-below',
      'pledge.judge': 'org-and-below',
      'claim.read': 'org-and-below',
      'claim.review-at-committee': 'org-and-below',
      'witness.take-down': 'org-and-below',
      'deduction.read': 'org-and-below',
      'deduction.decide': 'org-and-below',
      'task.announce': 'org-and-below',
      'file.compare': 'org-and-below',
    },
  },
  'county-officer': {
    zh: '县委组织部',
    en: 'County organisation department',
    administrator: false,
    holds: {
      'organisation.read': 'everywhere',
      'organisation.change': 'everywhere',
      'organisation.committee': 'everywhere',
      'calendar.change': 'everywhere',
      'setting.read': 'everywhere',
      'setting.change': 'everywhere',
      'member.read': 'everywhere',
      'scheme.read': 'everywhere',
      'scheme.change': 'everywhere',
      'exemption.read': 'everywhere',
      'exemption.record': 'everywhere',
      'member.unmask': 'everywhere',
      'member.change': 'everywhere',
      'member.certify': 'everywhere',
      'member.decide-correction': 'everywhere',
      'member.export': 'everywhere',
      'member.who-looked': 'everywhere',
      'roster-import.run': 'everywhere',
      'account.read': 'everywhere',
      'account.print-code': 'everywhere',
      'message.send': 'everywhere',
      'message.read-delivery': 'everywhere',
      'file.add': 'everywhere',
      'file.compare': 'everywhere',
      'file.settle-report': 'everywhere',
      'notice.read': 'everywhere',
      'notice.draft': 'everywhere',
      'notice.check': 'everywhere',
      'notice.approve': 'everywhere',
      'notice.attend': 'own-org',
      'objection.take': 'everywhere',
      'objection.handle': 'everywhere',
      'points.read': 'everywhere',
      'points.bring-along': 'everywhere',
      'points-month.read': 'everywhere',
      'points-month.move-late': 'everywhere',
      'ranking.read': 'everywhere',
      'ranking.change': 'everywhere',
      'pledge.read': 'everywhere',
      'pledge.follow': 'everywhere',
      'pledge.review-above': 'everywhere',
      'pledge.write-org': 'everywhere',
      'pledge.judge': 'everywhere',
      'claim.read': 'everywhere',
      'claim.review-at-county': 'everywhere',
      'deduction.read': 'everywhere',
      'task.announce': 'everywhere',
    },
  },
  'system-administrator': {
    zh: '系统管理员',
    en: 'System administrator',
    administrator: true,
    holds: {
      'account.read': 'everywhere',
      'account.manage': 'everywhere',
      'organisation.read': 'everywhere',
      'setting.read': 'everywhere',
    },
  },
  'security-administrator': {
    zh: '安全管理员',
    en: 'Security administrator',
    administrator: true,
    holds: {
      'account.read': 'everywhere',
      'account.grant': 'everywhere',
      'security.change': 'everywhere',
      'organisation.read': 'everywhere',
    },
  },
  'audit-administrator': {
    zh: '审计管理员',
    en: 'Audit administrator',
    administrator: true,
    holds: { 'audit.read': 'everywhere', 'account.read': 'everywhere', 'organisation.read': 'everywhere' },
  },
} as const satisfies Record<string, RoleDefinition>

export type Role = keyof typeof ROLES

/** The role nobody is given: every member's account has it in the branch of the file. */
export const MEMBER_ROLE = 'member' as const
/** Roles that are given and withdrawn. */
export type GivenRole = Exclude<Role, typeof MEMBER_ROLE>

/** The roles that carry a permission. */
export function rolesHolding(permission: Permission): Role[] {
  return (Object.keys(ROLES) as Role[]).filter((role) => permission in ROLES[role].holds) // The record has exactly these keys.
}

/** Whether a stored word is a role this version knows. */
export function isRole(word: string): word is Role {
  return Object.hasOwn(ROLES, word)
}

/** The permissions a role carries, each with its reach. */
export function permissionsOf(role: Role): readonly { permission: Permission; reach: Reach }[] {
  const known = listed.get(role)
  if (known !== undefined) return known
  const holds: Readonly<Partial<Record<Permission, Reach>>> = ROLES[role].holds
  const list = Object.entries(holds).map(([permission, reach]) => ({
    permission: permission as Permission,
    reach,
  }))
  listed.set(role, list)
  return list
}

// Asked with every request.
const listed = new Map<Role, readonly { permission: Permission; reach: Reach }[]>()
