import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Code =
  | RefusalOf<'session.sign-in'>
  | RefusalOf<'account.change-password'>
  | RefusalOf<'second-factor.begin'>
  | RefusalOf<'second-factor.confirm'>
  | RefusalOf<'second-factor.verify'>
  | RefusalOf<'second-factor.remove'>
  | RefusalOf<'security.change'>
  | RefusalOf<'set-up.check-code'>
  | RefusalOf<'set-up.begin'>
  | RefusalOf<'counter-code.issue'>

/** What each refusal says: the fact, then what to do. */
export const signInRefusals: Readonly<Record<Code, Text>> = {
  'county-needed': {
    zh: '这里有几个县，先选是哪个县的。',
    en: 'Several counties are served here; choose yours first.',
  },
  'county-unknown': {
    zh: '这里没有代码是 {county} 的县，重新选一个。',
    en: 'No county has the code {county} here; choose again.',
  },
  'sign-in-wrong': {
    zh: '账号或密码不对，还能试 {triesLeft} 次。看看大小写；忘了就找人重置，不用猜。',
    en: 'Account or password is wrong; {triesLeft} tries left. Mind capitals; if it is forgotten, have it reset.',
  },
  'account-locked': {
    zh: '输错太多次，这个账号锁了 {minutesLeft} 分钟。到时再试；等不及，找县里的系统管理员。',
    en: 'Too many wrong tries: locked for {minutesLeft} minutes. Try then, or ask the county’s system administrator.',
  },
  'account-stopped': {
    zh: '这个账号停用了。要恢复，找县里的系统管理员。',
    en: 'This account is stopped. To have it opened again, ask the county’s system administrator.',
  },
  'counter-code-wrong': {
    zh: '账号或一次性码不对，还能试 {triesLeft} 次。照纸上的数字再写一遍。',
    en: 'Account or code is wrong; {triesLeft} tries left. Copy the digits from the paper once more.',
  },
  'counter-code-used': {
    zh: '这个一次性码已经用过，一张只能用一次。请村部再打印一张。',
    en: 'This code has been used; each works once. Ask the branch to print another.',
  },
  'counter-code-void': {
    zh: '这张已经作废，后来又打印过一张。用新的那张，或请村部再打印。',
    en: 'This code is void because a newer one was printed. Use that one, or ask for another.',
  },
  'counter-code-expired': {
    zh: '这个一次性码过期了。请村部再打印一张。',
    en: 'This code has expired. Ask the branch to print another.',
  },
  'counter-code-too-many-tries': {
    zh: '输错太多次，这张不能用了。请村部再打印一张。',
    en: 'Too many wrong tries: this code is void. Ask the branch to print another.',
  },
  'counter-code-own-account': {
    zh: '不能给自己打印。忘了密码，找县里的系统管理员重置。',
    en: 'Nobody prints a code for the own account. Ask the county’s system administrator for a reset.',
  },
  'counter-code-member-gone': {
    zh: '这名党员已经不在册，不能打印。先看看档案上的状态。',
    en: 'This member is off the roll; no code is printed. See the state in the file.',
  },
  'second-factor-wrong': {
    zh: '验证码不对。等手机上换一个新的再写；手机时间要设成自动。',
    en: 'The code is wrong. Wait for the next one; the phone’s time must be set automatically.',
  },
  'second-factor-used': {
    zh: '这个验证码刚用过。等手机上换一个新的，最多 30 秒。',
    en: 'This code was used a moment ago. Wait for the next one, 30 seconds at most.',
  },
  'second-factor-not-begun': {
    zh: '这个账号还没有设第二道验证。',
    en: 'This account has no second factor yet.',
  },
  'second-factor-already': {
    zh: '第二道验证已经设好。换手机，先找安全管理员取消。',
    en: 'The second factor is set up already. For a new phone ask the security administrator to remove it first.',
  },
  'second-factor-own': {
    zh: '自己的不能自己取消。请另一名安全管理员，或管服务器的人办。',
    en: 'Nobody removes their own. Ask another security administrator or whoever runs the server.',
  },
  'password-wrong': {
    zh: '现在的密码不对，还能试 {triesLeft} 次。',
    en: 'The present password is wrong; {triesLeft} tries left.',
  },
  'password-too-short': {
    zh: '太短，至少要 {minPasswordLength} 位。',
    en: 'Too short; it takes {minPasswordLength} characters.',
  },
  'password-too-long': {
    zh: '太长，最多 {maxPasswordLength} 位。',
    en: 'Too long; {maxPasswordLength} characters at most.',
  },
  'password-too-few-kinds': {
    zh: '小写、大写、数字、符号，要有 {minPasswordKinds} 种，现在 {kinds} 种。',
    en: 'It takes {minPasswordKinds} of small letters, capitals, digits, signs; this has {kinds}.',
  },
  'password-contains-account-name': {
    zh: '里面有账号，太好猜。换个和账号没关系的。',
    en: 'It holds the account’s name and is easy to guess. Choose one that has nothing to do with it.',
  },
  'password-too-common': {
    zh: '这个密码人人猜得到。换个自己才知道的。',
    en: 'Everybody guesses this one. Choose one only you know.',
  },
  'password-unchanged': {
    zh: '和现在的一样。换个新的。',
    en: 'It is the present one. Choose another.',
  },
  'setting-not-whole': { zh: '要写整数。', en: 'Write a whole number.' },
  'setting-too-loose': {
    zh: '只能收紧，不能比 {limit} 更松。',
    en: 'Rules can only be tightened; {limit} is the loosest.',
  },
  'setting-too-strict': {
    zh: '这样会让人没法用，最严到 {limit}。',
    en: 'This would shut people out; {limit} is the strictest.',
  },
  'set-up-code-wrong': {
    zh: '开通码不对。照服务器窗口里最后一次启动时显示的写，横线可以不写。',
    en: 'The code is wrong. Copy the one shown at the server’s latest start; dashes may be left out.',
  },
  'set-up-done-already': {
    zh: '这里已经设立了县。回到登录页，用发给你的账号登录。',
    en: 'A county has been set up here already. Go to sign-in and use the account you were given.',
  },
  'county-code-invalid': {
    zh: '代码用小写字母、数字和横线，2 到 40 个，如 qingyuan。',
    en: 'Use 2 to 40 small letters, digits and dashes, such as qingyuan.',
  },
  'account-name-invalid': {
    zh: '账号用小写字母和数字，3 到 32 个，如 chenlixia。',
    en: 'Use 3 to 32 small letters and digits, such as chenlixia.',
  },
  'account-name-default': {
    zh: '{accountName} 太常见，别人一猜就中。用姓名的拼音。',
    en: '{accountName} is the first that anybody would guess. Use the person’s name.',
  },
  'account-name-twice': {
    zh: '{accountName} 写了两次。每个人一个账号，不能合用。',
    en: '{accountName} stands there twice. Each person has an account of their own.',
  },
}
