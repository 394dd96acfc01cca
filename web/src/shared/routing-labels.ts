import type { Text } from './texts.ts'

export const routingLabels = {
  noPage: { zh: '没有这一页', en: 'There is no such page' },
  noPageNext: {
    zh: '网址可能写错了，或者这一页已经撤下。从旁边的目录再找一次。',
    en: 'The address may be mistyped, or the page was taken down. Look again from the navigation.',
  },
  notYours: { zh: '这一页不在你的职责里', en: 'This page is outside your duties' },
  notYoursNext: {
    zh: '需要看，可以请本组织的管理员给你加职责；加了会留记录。',
    en: 'If you need it, ask your organisation’s administrator for the duty; giving it leaves a record.',
  },
  endedTitle: { zh: '登录时间到了，写的还在', en: 'Your session has ended; what you wrote is still here' },
  endedText: {
    zh: '在这里重新登录，就回到刚才那一页接着写。',
    en: 'Sign in here and you are back on the same page.',
  },
} as const satisfies Record<string, Text>
