import type { Text } from '../shared/texts.ts'

export const photoLabels = {
  take: { zh: '拍照', en: 'Photo' },
  again: { zh: '再拍', en: 'Another' },
  remove: { zh: '去掉第 {n} 张照片', en: 'Remove photo {n}' },
  coverShort: { zh: '遮人脸', en: 'Cover faces' },
  faces: {
    zh: '有别人的脸，点照片自己遮。原图不保留，拍摄位置已去掉。',
    en: 'Touch a photo to cover other people’s faces. The original is not kept; where it was taken is removed.',
  },
  opening: { zh: '正在打开照片', en: 'Opening the photo' },
  unreadable: {
    zh: '这张照片打不开。苹果手机的照片选「最兼容」格式，或换一张。',
    en: 'This photo cannot be opened. On an iPhone choose “Most Compatible”, or take another.',
  },
  alt: { zh: '第 {n} 张照片', en: 'Photo {n}' },
  open: { zh: '放大照片', en: 'Enlarge the photo' },
  close: { zh: '关闭大图', en: 'Close the photo' },
  count: { zh: '第 {n} 张，共 {all} 张', en: 'Photo {n} of {all}' },
  gone: { zh: '这张照片打不开', en: 'This photo cannot be opened' },
} as const satisfies Record<string, Text>
