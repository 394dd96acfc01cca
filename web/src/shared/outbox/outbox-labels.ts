import type { Text } from '../texts.ts'

export const outboxLabels = {
  title: { zh: '没网时的待送', en: 'Waiting to be sent' },
  worksTitle: { zh: '没有网络，照样能报。', en: 'You are off line; it works anyway.' },
  worksText: {
    zh: '先存手机里，有网时打开这一页就送。',
    en: 'It is kept on the phone and sent when you open this page on line.',
  },
  whileOpen: {
    zh: '页面开着的时候才送，关了等下次打开。',
    en: 'Sending happens while the page is open; otherwise the next time you open it.',
  },
  notLasting: {
    zh: '这个浏览器存不住，送到以前不要关这一页。',
    en: 'This browser keeps nothing; leave the page open until it is sent.',
  },
  signInFirst: { zh: '重新登录就送', en: 'Sent once you sign in again' },
  sendingShare: { zh: '正在送，{share}%', en: 'Sending, {share}%' },
  photos: { zh: '{title}，{count} 张照片', en: '{title}, {count} photos' },
  onePhoto: { zh: '{title}，1 张照片', en: '{title}, 1 photo' },
  lookTitle: { zh: '要你看一眼', en: 'Needs your look' },
  lookKept: { zh: '你写的都在下面，没有丢。', en: 'What you wrote is below; nothing was lost.' },
  change: { zh: '改一改再送', en: 'Change and send' },
  again: { zh: '照原样再送一次', en: 'Send again as it is' },
  leave: { zh: '不送了，删掉', en: 'Do not send; delete' },
  leaveTitle: { zh: '删掉这一条', en: 'Delete this one' },
  leaveText: {
    zh: '「{title}」还没有送到。删掉以后找不回来，可以再写一遍，或者在纸上报。',
    en: '“{title}” has not arrived. Once deleted it is gone; you can write it again or report it on paper.',
  },
  keep: { zh: '先留着', en: 'Keep it' },
  writtenAt: { zh: '写的时间', en: 'Written' },
  wrote: { zh: '你写的', en: 'What you wrote' },
  gone: { zh: '这一条已经不在手机里了', en: 'This one is no longer on the phone' },
  goneNext: {
    zh: '送到了，或者删掉了。送到的在「我报的事」「我的承诺」里。',
    en: 'It has arrived or was deleted. What arrived stands under “My deeds” or “My pledges”.',
  },
  seen: { zh: '知道了', en: 'Seen' },
  signOutTitle: { zh: '还有 {count} 条没有送到', en: '{count} not sent yet' },
  signOutText: {
    zh: '退出登录，这台手机上就不留你的内容，这几条也会删掉。有网时先送完再退。',
    en: 'Signing out removes all of yours from this phone, these too. Send them first while you are on line.',
  },
  stay: { zh: '先送完', en: 'Send them first' },
  dropAndLeave: { zh: '删掉并退出', en: 'Delete and sign out' },
} as const satisfies Record<string, Text>
