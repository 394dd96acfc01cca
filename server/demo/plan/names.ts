import type { Draw } from './random.ts'

// Given names are solar terms, plants, weather and stars, so that nobody takes the people for real ones.
const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const RARE_SURNAMES = ['欧阳', '上官', '司徒', '诸葛', '逄', '亓', '昝', '仉', '单', '仇', '解', '查']
const GIVEN = [
  ...['立春', '雨水', '惊蛰', '春分', '清明', '谷雨', '立夏', '小满', '芒种', '夏至', '小暑', '大暑'],
  ...['立秋', '处暑', '白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至', '小寒', '大寒'],
  ...['望舒', '扶光', '青禾', '南枝', '晴川', '云岫', '松声', '溪午', '麦秋', '槐序', '榴月', '荷月'],
  ...['桂秋', '菊月', '梅见', '竹筠', '兰畦', '柳汀', '桐华', '梧影', '枫桥', '桑榆', '稻香', '棠梨'],
  ...['星河', '北辰', '参商', '启明', '长庚', '天权', '摇光', '玉衡', '开阳', '文曲', '朗月', '疏影'],
  ...['新雨', '晚照', '朝露', '微澜', '长风', '远山', '平川', '深林', '浅草', '归帆', '渔火', '炊烟'],
  ...['芦花', '苇航', '采薇', '蒹葭', '木樨', '杜若', '辛夷', '茯苓', '半夏', '连翘', '苏叶', '沉香'],
] as const
// Characters that older fonts lack; a product whose names do not print is wrong.
const RARE_GIVEN = ['㭎', '龑', '䶮', '𬭎', '堃', '垚', '玥珺', '𠅤', '喆', '㛃']

/** A name that no one else in the same branch bears. */
export function drawName(draw: Draw, taken: Set<string>): string {
  for (let tries = 0; ; tries += 1) {
    const surname = draw.chance(1) ? draw.oneOf(RARE_SURNAMES) : draw.oneOf(SURNAMES)
    const given = draw.chance(0.4) ? draw.oneOf(RARE_GIVEN) : draw.oneOf(GIVEN)
    const name = surname + given
    if (!taken.has(name) || tries > 200) {
      taken.add(name)
      return name
    }
  }
}

const PLACE_FIRST = [
  ...'东西南北上下大小前后金银青白石柳杨梅桃杏枣梨槐松竹泉溪河湖潭岭坡塬坪湾桥店堡寨庄沟岔',
]
const PLACE_LAST = [
  '坪',
  '湾',
  '桥',
  '沟',
  '岭',
  '庄',
  '寨',
  '坡',
  '河',
  '店',
  '堡',
  '原',
  '泉',
  '村头',
  '家洼',
  '树湾',
  '马场',
  '阳坡',
]

/** A village name that is not taken yet in its town. */
export function drawVillage(draw: Draw, taken: Set<string>): string {
  for (;;) {
    const name = draw.oneOf(PLACE_FIRST) + draw.oneOf(PLACE_LAST)
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

const FIRM_FIRST = [
  '青禾',
  '长风',
  '朗月',
  '启明',
  '晴川',
  '望舒',
  '稻香',
  '棠梨',
  '北辰',
  '远山',
  '新雨',
  '归帆',
  '枫桥',
  '松声',
  '麦秋',
  '云岫',
  '平川',
  '采薇',
  '微澜',
  '朝露',
]
const FIRM_SECOND = ['盛', '和', '达', '源', '通', '信', '安', '泰', '丰', '润', '兴', '诚']
const FIRM_TRADES = [
  '果业',
  '农机',
  '建材',
  '商贸',
  '物流',
  '食品',
  '服装',
  '机械',
  '电子',
  '生态农业',
  '养殖',
  '运输',
  '装饰',
  '印务',
  '家具',
  '环保',
  '餐饮',
  '信息技术',
]

/** The name of a private firm; the number keeps 2475 of them apart. */
export function firmName(draw: Draw, serial: number): string {
  const trade = FIRM_TRADES[serial % FIRM_TRADES.length] ?? '商贸'
  return `清源县${draw.oneOf(FIRM_FIRST)}${draw.oneOf(FIRM_SECOND)}${trade}有限公司（样例${serial}）`
}
