import type { Text } from '../shared/texts.ts'

export const photoTexts = {
  take: { zh: '拍一张或选一张', en: 'Take or choose a photo' },
  pick: { zh: '选一张照片', en: 'Choose a photo' },
  other: { zh: '换一张', en: 'Another one' },
  leave: { zh: '不用这张', en: 'Leave it out' },
  shown: { zh: '选好的照片', en: 'The chosen photo' },
  opening: { zh: '正在打开照片', en: 'Opening the photo' },
  kept: {
    zh: '原图不保留。照片在这台设备上先缩小，拍摄位置也去掉，再发出去。',
    en: 'The original is not kept. On this device the photo is made smaller and loses where it was taken; then it is sent.',
  },
  faces: {
    zh: '有别人的脸，先遮住再发。要你自己遮，这里不识别人脸。',
    en: 'Cover other people’s faces before sending. You do it by hand; faces are not recognised here.',
  },
  cover: { zh: '遮住人脸', en: 'Cover faces' },
  coverMore: { zh: '再遮几处', en: 'Cover more' },
  coverHow: {
    zh: '在脸上拖一个框，框住的地方涂成实心。拖框里可以挪动。',
    en: 'Drag a box over a face; what is inside is painted solid. Drag inside a box to move it.',
  },
  coverKeys: {
    zh: '用键盘：按「加一块」，方向键挪动，Shift 加方向键改大小，Delete 去掉。',
    en: 'By keyboard: press “Add a box”; arrows move it, Shift and arrows change its size, Delete takes it away.',
  },
  photo: { zh: '要遮的照片', en: 'The photo to cover' },
  box: { zh: '第 {number} 块遮挡', en: 'Box {number}' },
  add: { zh: '加一块', en: 'Add a box' },
  undo: { zh: '撤回上一步', en: 'Take back the last step' },
  done: { zh: '遮好了', en: 'Done covering' },
  covered: { zh: '遮了 {count} 处', en: '{count} covered' },
  coveredNone: { zh: '还没有遮', en: 'Nothing is covered yet' },
  unreadable: {
    zh: '这张照片打不开。苹果手机的照片选「最兼容」格式，或换一张。',
    en: 'This photo cannot be opened. On an iPhone choose “Most Compatible”, or take another.',
  },
} as const satisfies Record<string, Text>
