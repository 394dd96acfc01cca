/** The 56 ethnic groups in the order of GB/T 3304: the first has code 01. */
export const ethnicGroups: readonly string[] =
  `汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土
达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲
门巴 珞巴 基诺`
    .split(/\s+/)
    .map((name) => `${name}族`)

const known = new Set(ethnicGroups)

/** `汉`, `汉族` or `01` to `汉族`; undefined for a group that is not on the list. */
export function findEthnicGroup(text: string): string | undefined {
  if (/^\d{1,2}$/.test(text)) return ethnicGroups[Number(text) - 1]
  const name = text.endsWith('族') ? text : `${text}族`
  return known.has(name) ? name : undefined
}
