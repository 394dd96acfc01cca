import type { NoticeScope } from '@steward/domain/notices/notice.ts'
import type { Text } from '../shared/texts.ts'

/** Words around the sheet. */
export const sheetTexts = {
  print: { zh: '打印', en: 'Print' },
  tell: {
    zh: 'A4 纸，黑白，不缩放。贴好后和网页同一天到期。',
    en: 'A4, black and white, not scaled. It ends on the same day as the page.',
  },
  notPosted: {
    zh: '还没有贴出（没有核对、批准或已撤下），这张先别张贴。',
    en: 'It is not posted; do not hang this sheet.',
  },
} as const satisfies Record<string, Text>

const SCOPES: Record<NoticeScope, string> = {
  branch: '支部内',
  unit: '单位内',
  villageBoard: '村（居）务公开栏',
  public: '向社会',
}
const NUMBERS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** What is printed: the sheet is a Chinese paper, whatever language the screen is in. */
export const sheetWords = {
  title: '公　示',
  name: '姓名',
  scope: (scope: NoticeScope) => `公示范围：${SCOPES[scope]}`,
  /** 五 up to ten, then figures. */
  count: (count: number) => NUMBERS[count] ?? ` ${count} `,
  waysTitle: '有不同意见，三条路都行',
  page: '扫右边的码写或说，不用注册，可以不留名',
  phone: (office: string, phone: string, hours: string) =>
    `打${office} ${phone}${hours === '' ? '' : `，${hours}`}`,
  paper: (place: string) => (place === '' ? '写张纸，交给支部' : `写张纸，投${place}`),
  promise:
    '另派没有办过这件事的人办理，五个工作日内答复；不留名的凭编号查答复。不满意可再找上一级党委。不透露是谁提的。',
  qr: '扫码看公示或提意见',
  root: (root: string) => `校验根 ${root}`,
  rootHow: '核对方法：用本人凭证算出的校验根与此一致，即未被改动',
  code: (code: string) => `公示码 ${code}`,
  codeHow: '公示期满，网页自动关闭',
  noDay: '　　年　月　日',
}
