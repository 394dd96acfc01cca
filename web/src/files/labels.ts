import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

export const fileTexts = {
  pick: { zh: '选文件', en: 'Choose a file' },
  pickPhone: { zh: '拍照或选文件', en: 'Take a photo or choose a file' },
  drop: { zh: '也可以拖到这里', en: 'or drop it here' },
  kinds: {
    zh: '照片（JPG、PNG、WebP）、PDF、Word（docx）、Excel（xlsx），每份不超过 12 MB',
    en: 'Pictures (JPG, PNG, WebP), PDF, Word (docx), Excel (xlsx), up to 12 MB each',
  },
  secrets: {
    zh: '涉密文件、内部文件和别人的隐私不要传。看到了请举报，马上停用。',
    en: 'No secret or internal papers and nobody’s private matters. If you see one, report it: it is withheld at once.',
  },
  sending: { zh: '正在传 {name}，{share}%', en: 'Sending {name}, {share}%' },
  checking: { zh: '传完了，正在核对 {name}', en: 'Sent; {name} is being checked' },
  added: { zh: '收到了：{name}', en: 'Received: {name}' },
  shrunk: { zh: '照片已缩小到 {size} 保存。', en: 'The picture is kept at {size}.' },
  positionRemoved: {
    zh: '照片里的拍摄位置已去掉。',
    en: 'Where it was taken has been taken out.',
  },
  again: { zh: '再试一次', en: 'Try again' },
  same: {
    zh: '内容相同的材料以前传过 {count} 份，这份也收下了。',
    en: '{count} with the same content were added before; this one was taken too.',
  },
  none: { zh: '还没有材料', en: 'No file yet' },
  noneNext: {
    zh: '拍照、扫描件都行；纸质的交给支部也算。',
    en: 'Photos and scans will do; paper handed to the branch counts too.',
  },
  list: { zh: '材料', en: 'Files' },
  by: { zh: '{name}，{day}传的', en: 'Added by {name} on {day}' },
  open: { zh: '打开', en: 'Open' },
  opening: { zh: '正在取', en: 'Fetching' },
  report: { zh: '举报', en: 'Report' },
  reportTitle: { zh: '举报「{name}」', en: 'Report “{name}”' },
  reportText: {
    zh: '举报后这份材料马上停用，谁也打不开，由县委组织部核实。涉密的会彻底删掉。',
    en: 'Once reported it is withheld at once and nobody can open it; the county organisation department looks into it. A secret is removed for good.',
  },
  reason: { zh: '为什么不该传', en: 'Why it must not be here' },
  reasonModel: { zh: '如：第一页有密级标志', en: 'Such as: its first page is marked as secret' },
  reportAct: { zh: '举报并停用', en: 'Report and withhold' },
  reported: { zh: '已停用，等县里核实', en: 'Withheld until the county has looked' },
  withheld: { zh: '被举报，已停用', en: 'Reported and withheld' },
  removed: { zh: '已删除', en: 'Removed' },
  reportedPage: { zh: '被举报的材料', en: 'Reported files' },
  reportedNone: { zh: '没有被举报的材料', en: 'No file is reported' },
  reportedNoneNext: {
    zh: '有人举报时会列在这里，也会出现在首页。',
    en: 'Reports stand here and on the home page.',
  },
  reportedBy: { zh: '{name}，{day}举报：{reason}', en: 'Reported by {name} on {day}: {reason}' },
  file: { zh: '材料', en: 'File' },
  why: { zh: '举报理由', en: 'Reason given' },
  giveBack: { zh: '给回', en: 'Give back' },
  remove: { zh: '删除', en: 'Remove' },
  giveBackTitle: { zh: '给回「{name}」', en: 'Give “{name}” back' },
  removeTitle: { zh: '彻底删除「{name}」', en: 'Remove “{name}” for good' },
  removeText: {
    zh: '内容相同的几份一起删，删了找不回来。备份里的按备份规定另外处理。',
    en: 'All copies of the same content go with it and cannot be brought back. Copies in backups follow the rules for backups.',
  },
  giveBackText: { zh: '给回后，能看的人又能打开。', en: 'Those who may read it can open it again.' },
  settleReason: { zh: '理由', en: 'Reason' },
  settled: { zh: '办好了', en: 'Done' },
} as const satisfies Record<string, Text>

type Refusal =
  | RefusalOf<'file.add'>
  | RefusalOf<'file.download'>
  | RefusalOf<'file.report'>
  | RefusalOf<'file.settle'>

export const fileRefusals: Record<Refusal, Text> = {
  'file-empty': {
    zh: '这个文件是空的，没有收。换一个再传。',
    en: 'This file is empty and was not taken. Choose another.',
  },
  'file-type-not-kept': {
    zh: '这种文件不收。老的 Word、Excel 另存为 docx、xlsx 或 PDF；苹果手机的照片选「最兼容」格式。',
    en: 'Files of this kind are not taken. Save old Word or Excel files as docx, xlsx or PDF; on an iPhone choose “Most Compatible” for photos.',
  },
  'file-type-other-than-name': {
    zh: '文件名的后缀和里面的内容对不上，没有收。用原来的程序重新存一次再传。',
    en: 'The ending of the name does not fit the content. Save it again with its own program.',
  },
  'file-name-too-long': {
    zh: '文件名太长，改到 {most} 个字以内再传。',
    en: 'The name is too long; shorten it to {most} letters.',
  },
  'file-picture-unreadable': {
    zh: '这张照片打不开，可能没传完整。重新拍一张，或在相册里另存一份再传。',
    en: 'This picture cannot be opened; part of it may be missing. Take it again, or save a copy and send that.',
  },
  'file-picture-too-large': {
    zh: '这张照片超过 {millionPixels} 百万像素，没有收。把相机的像素调低，或截一部分再传。',
    en: 'This picture has more than {millionPixels} million pixels and was not taken. Lower the camera’s size or send a part of it.',
  },
  'file-was-reported': {
    zh: '内容相同的材料被举报过，不能再传。有疑问问县委组织部。',
    en: 'A file with the same content was reported and is not taken again. Ask the county organisation department.',
  },
  'file-not-open': {
    zh: '这份材料被举报，已经停用或删除，打不开。有疑问问县委组织部。',
    en: 'This file was reported and is withheld or removed. Ask the county organisation department.',
  },
  'file-report-without-reason': {
    zh: '写一句理由，好让人核实。',
    en: 'Write a word about why, so that it can be looked into.',
  },
  'file-not-reported': {
    zh: '这份材料现在没有被举报，可能别人已经办了。',
    en: 'This file is not reported now; somebody else may have settled it.',
  },
}

export const fileTooLarge: Text = {
  zh: '这个文件有 {size}，超过 12 MB，没有传。照片调小些，或拆成几份。',
  en: 'This file has {size}, more than 12 MB, and was not sent. Make it smaller or split it.',
}
