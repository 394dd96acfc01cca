import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'
import { signInRefusals } from '../sign-in/labels-refusal.ts'

type Code =
  | RefusalOf<'access.grant'>
  | RefusalOf<'access.revoke'>
  | RefusalOf<'account.open'>
  | RefusalOf<'account.stop'>
  | RefusalOf<'account.start'>
  | RefusalOf<'account.reset'>
  | RefusalOf<'audit.export'>

const own: Readonly<Record<Code, Text>> = {
  'grant-own-account': {
    zh: '不能给自己授权，也不能收回自己的。请另一位安全管理员办。',
    en: 'Nobody gives or withdraws the own duties. Ask another security administrator.',
  },
  'grant-dates-order': {
    zh: '到期的日子在开始之前，或者已经过去。改一下日期。',
    en: 'The last day lies before the first, or has passed. Change the days.',
  },
  'grant-org-closed': {
    zh: '这个组织已经撤销，换一个还在的组织。',
    en: 'This organisation is dissolved; choose one that exists.',
  },
  'grant-wrong-place': {
    zh: '{roleZh}不在这一类组织里。换一个组织，或者换一项职责。',
    en: '{roleEn} is not held in this kind of organisation. Change the organisation or the duty.',
  },
  'grant-member-by-file': {
    zh: '党员身份随党员档案，不用授予。要改，到花名册里办。',
    en: 'Membership follows the member’s file and is not given. Change it in the roster.',
  },
  'grant-already-held': {
    zh: '这段时间已经有{roleZh}了，不用再授予。',
    en: '{roleEn} is held at that time already.',
  },
  'grant-administrator-alone': {
    zh: '这个账号已经是{roleZh}。三类管理员互不兼任，也不兼业务职责；先收回，或给另一个人开账号。',
    en: 'This account is {roleEn} already. Administrators exclude each other and all business duties; withdraw that first, or open an account for another person.',
  },
  'grant-ended-already': {
    zh: '这项职责已经不在了。刷新看看最新的。',
    en: 'This duty is over already. Reload to see the newest.',
  },
  'grant-last-administrator': {
    zh: '这是最后一个{roleZh}。先给另一个人授予，再收回这个。',
    en: 'This is the last {roleEn}. Give the duty to somebody else first.',
  },
  'account-name-invalid': {
    zh: '账号不能这样写：{accountName}。用三到三十二个小写字母、数字、点或横线。',
    en: 'This is no account name: {accountName}. Use 3 to 32 small letters, digits, dots or dashes.',
  },
  'account-name-default': {
    zh: '{accountName} 人人都猜得到，换一个和本人有关的。',
    en: 'Everybody would guess {accountName}; choose one that belongs to the person.',
  },
  'account-name-taken': {
    zh: '{accountName} 已经有人用了。加上单位或数字再试。',
    en: '{accountName} is taken. Add the place of work or a number.',
  },
  'account-member-has-one': {
    zh: '已经有账号 {accountName}，一人一号。忘了密码就重置。',
    en: 'There is the account {accountName} already: one person, one account. Reset it if the password is forgotten.',
  },
  'account-member-gone': {
    zh: '这名党员已经不在册，不能开账号。',
    en: 'This member is no longer on the roll; no account can be opened.',
  },
  'account-person-missing': {
    zh: '还要写姓名、选工作单位。',
    en: 'Name and place of work are missing.',
  },
  'account-org-closed': {
    zh: '这个单位已经撤销，换一个。',
    en: 'This organisation is dissolved; choose another.',
  },
  'account-own': {
    zh: '自己的账号要请另一位系统管理员办。',
    en: 'Another system administrator must do this for your own account.',
  },
  'account-stopped': {
    zh: '这个账号停用着。先恢复，再办这件事。',
    en: 'This account is stopped. Start it again first.',
  },
  'account-stopped-already': {
    zh: '已经停用了。刷新看看最新的。',
    en: 'It is stopped already. Reload to see the newest.',
  },
  'account-active-already': {
    zh: '已经恢复了。刷新看看最新的。',
    en: 'It is active already. Reload to see the newest.',
  },
  'account-last-administrator': {
    zh: '这是最后一个{roleZh}，停了就没有人管了。先另授一个人。',
    en: 'This is the last {roleEn}; nobody would be left. Give the duty to somebody else first.',
  },
  'account-administrator-reset': {
    zh: '一个管理员不能重置另一类管理员的密码。请管服务器的人运行 npm run steward -- reset-password。',
    en: 'One administrator cannot reset another kind of administrator. Whoever keeps the server runs npm run steward -- reset-password.',
  },
  'audit-too-many': {
    zh: '超过 {most} 条，一次导不完。缩短日期再导。',
    en: 'More than {most} entries. Shorten the days and export again.',
  },
}

/** What each refusal of accounts, access and audit says, with those of sign-in. */
export const accessRefusals: Readonly<Record<string, Text>> = { ...signInRefusals, ...own }
