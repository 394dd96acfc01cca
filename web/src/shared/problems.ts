import type { Text, TextParams } from './texts.ts'
import { Problem, Refused, Unreachable } from './call.ts'

/** What happened, and what to do next. */
export type Explanation = {
  readonly title: Text
  readonly next: Text
  readonly params?: TextParams
  readonly errorNumber?: string
}

export const problemTexts: Record<string, { title: Text; next: Text }> = {
  'not-signed-in': {
    title: { zh: '还没有登录', en: 'You are not signed in' },
    next: { zh: '登录后再打开这一页。', en: 'Sign in and open this page again.' },
  },
  'session-ended': {
    title: { zh: '登录时间到了', en: 'Your session has ended' },
    next: {
      zh: '重新登录就能接着做，写的内容还在。',
      en: 'Sign in again to go on; what you wrote is still here.',
    },
  },
  'password-change-first': {
    title: { zh: '先换一个自己的密码', en: 'Choose a password of your own first' },
    next: { zh: '换好以后再办这件事。', en: 'Then go on with this.' },
  },
  'second-factor-first': {
    title: { zh: '先输入第二道验证码', en: 'Enter your second code first' },
    next: { zh: '验证以后再办这件事。', en: 'Then go on with this.' },
  },
  forbidden: {
    title: { zh: '这件事不在你的职责里', en: 'This is outside your duties' },
    next: {
      zh: '需要办，可以请本组织的管理员给你加职责；加了会留记录。',
      en: 'If you need it, ask your organisation’s administrator for the duty; giving it leaves a record.',
    },
  },
  'not-found': {
    title: { zh: '没有找到', en: 'Not found' },
    next: {
      zh: '可能已经撤下，或者不在你能看的范围里。从上一页再点一次，还是没有就问发给你的人。',
      en: 'It may have been taken down, or lie outside what you may see. Try from the previous page, or ask whoever sent you.',
    },
  },
  'input-invalid': {
    title: { zh: '有几处要改一下', en: 'A few entries need a change' },
    next: {
      zh: '看标红的地方，改好再存。你写的都还在。',
      en: 'See the marked fields, then save again. Nothing you wrote is lost.',
    },
  },
  'too-many-requests': {
    title: { zh: '点得太快，先歇一下', en: 'Too many tries in a short time' },
    next: {
      zh: '过一分钟再试。内容还在，不用重写。',
      en: 'Try again in a minute. Nothing needs to be typed again.',
    },
  },
  'too-large': {
    title: { zh: '内容太大，没有收下', en: 'Too large, not accepted' },
    next: {
      zh: '文件拆成几份，或少放几张图，再传一次。',
      en: 'Split the file or leave out some pictures, then send again.',
    },
  },
  unavailable: {
    title: { zh: '县里的服务器正忙', en: 'The county’s server is busy' },
    next: {
      zh: '过几分钟再试。着急的，用纸质登记也算。',
      en: 'Try again in a few minutes. If it is urgent, paper counts too.',
    },
  },
  internal: {
    title: { zh: '没有办成，是系统的错', en: 'It did not work; the fault is ours' },
    next: {
      zh: '你写的还在，可以再试一次。还是不行，把错误号告诉县里的管理员。',
      en: 'What you wrote is still here; try again. If it fails again, give the error number to the county’s administrator.',
    },
  },
  'county-unknown': {
    title: { zh: '这个网址没有对应的县', en: 'This address belongs to no county' },
    next: { zh: '核对网址，或问发给你网址的人。', en: 'Check the address, or ask whoever gave it to you.' },
  },
  csrf: {
    title: { zh: '为了安全，这一步没有做', en: 'Stopped for safety' },
    next: {
      zh: '刷新页面再做一次。不要从别处的链接直接提交。',
      en: 'Reload the page and do it again; do not submit from a link elsewhere.',
    },
  },
}

const unreachable: Record<Unreachable['why'], { title: Text; next: Text }> = {
  offline: {
    title: { zh: '现在没有网络', en: 'You are off line' },
    next: {
      zh: '你写的还在，有网时再试一次。',
      en: 'What you wrote is still here; try again when you are on line.',
    },
  },
  timeout: {
    title: { zh: '县里的服务器没有回应', en: 'The county’s server did not answer' },
    next: { zh: '你写的还在，可以再试一次。', en: 'What you wrote is still here; you can try again.' },
  },
  stopped: {
    title: { zh: '已经停下', en: 'Stopped' },
    next: { zh: '需要时再取一次。', en: 'Fetch it again when you need it.' },
  },
}

const internal: { title: Text; next: Text } = problemTexts['internal'] ?? unreachable.timeout

/** The words for any failure. `refusals` are the feature's own texts by code; a text's first sentence is the fact. */
export function explain(error: unknown, refusals: Readonly<Record<string, Text>> = {}): Explanation {
  if (error instanceof Unreachable) return unreachable[error.why]
  if (error instanceof Refused) {
    const title = refusals[error.code]
    if (title) return { title, next: { zh: '', en: '' }, params: error.details }
    const code = { zh: `现在还不能办（${error.code}）`, en: `Not possible now (${error.code})` }
    return { title: code, next: { zh: '问本组织的管理员。', en: 'Ask your organisation’s administrator.' } }
  }
  if (error instanceof Problem) {
    const texts = problemTexts[error.code] ?? internal
    return { ...texts, params: error.details, errorNumber: error.errorNumber }
  }
  return internal
}
