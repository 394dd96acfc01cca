import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, heading, type OfficialDocument, paragraph, table } from '@steward/domain/shared/document.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { strFromU8, unzipSync } from 'fflate'
import { renderDocument } from './documents.ts'

const at = new Date('2026-12-28T01:00:00Z')
const report: OfficialDocument = {
  kind: 'report',
  templateVersion: '2026-1',
  ruleVersions: ['2026.09'],
  title: '关于民主评议党员情况的报告',
  number: { issuer: '石党发', year: 2026, number: 3 },
  addressee: '云溪镇党委：',
  blocks: [
    paragraph('现将有关情况报告如下。'),
    heading(1, '总体情况'),
    paragraph('共有党员', figure(34, 's1'), '人，<其中> A&B。'),
    heading(2, '组织实施'),
    heading(3, '会前准备'),
    heading(4, '谈心谈话'),
    heading(1, '评议结果'),
    table(
      ['姓名', '得分'],
      [
        ['何白露', figure('86.52', 's2')],
        ['秦立冬', '79.20'],
      ],
      { caption: '汇总', widths: [2, 1] },
    ),
  ],
  attachments: ['评议汇总表', '党员名单'],
  signature: { body: '石门村党支部', signer: '周谷雨', on: plainDate('2026-12-08'), sealed: true },
  signHere: ['本人签名'],
  sources: [
    { id: 's1', kind: 'count', says: '党员花名册', refersTo: 'roll' },
    { id: 's2', kind: 'ledger', says: '积分账', refersTo: 'entry' },
  ],
}

async function parts(document: OfficialDocument) {
  const { bytes, doubtful } = await renderDocument(document, { issuer: '石门村党支部', at })
  const files = unzipSync(bytes)
  return { bytes, doubtful, files, xml: (path: string) => strFromU8(files[path]!) }
}

const attribute = (xml: string, element: string, name: string) =>
  new RegExp(`<w:${element}[^>]* w:${name}="([^"]*)"`).exec(xml)?.[1]
const mm = (twips: string | undefined) => (Number(twips) * 25.4) / 1440
/** Paragraphs with their words and what stands before them. */
const paragraphsOf = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/g)].map(([, inner = '']) => ({
    words: [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    inner,
  }))

test('R-310, R-312: the page is A4 with 37 mm above, 28 mm left and room for 22 exact lines', async () => {
  const xml = (await parts(report)).xml('word/document.xml')
  const near = (element: string, name: string, millimetres: number) => {
    const found = mm(attribute(xml, element, name))
    assert.ok(Math.abs(found - millimetres) < 0.1, `${element} ${name} ${found}`)
  }
  near('pgSz', 'w', 210)
  near('pgSz', 'h', 297)
  near('pgMar', 'top', 37)
  near('pgMar', 'left', 28)
  near('pgMar', 'right', 26)
  near('pgMar', 'bottom', 35)
  assert.equal(attribute(xml, 'spacing', 'line'), '579')
  assert.equal(attribute(xml, 'spacing', 'lineRule'), 'exact')
  assert.ok(mm('579') * 22 <= 225 && mm('579') * 23 > 225)
  // A grid would give large type two lines in some programs.
  assert.equal(/<w:docGrid[^>]*w:type="lines/.test(xml), false)
})

test('R-311, R-313: the body is FangSong of 16 pt, 28 characters to a line, indented by two', async () => {
  const { xml } = await parts(report)
  const body = paragraphsOf(xml('word/document.xml')).find(({ words }) => words.startsWith('现将'))!.inner
  assert.deepEqual(
    [attribute(body, 'rFonts', 'eastAsia'), attribute(body, 'rFonts', 'ascii'), attribute(body, 'sz', 'val')],
    ['仿宋_GB2312', '仿宋_GB2312', '32'],
  )
  const less = Number(/<w:rPr>.*?<w:spacing w:val="(-?\d+)"/.exec(body)?.[1])
  const lineMm = mm(String((320 + less) * 28))
  assert.ok(lineMm <= 156 && lineMm > 155, `${lineMm} mm`)
  assert.deepEqual(
    [attribute(body, 'ind', 'firstLineChars'), attribute(body, 'ind', 'firstLine')],
    ['200', String((320 + less) * 2)],
  )
})

test('R-314, R-315: title and headings have their fonts, sizes and numbers', async () => {
  const all = paragraphsOf((await parts(report)).xml('word/document.xml'))
  const look = (words: string) => {
    const { inner } = all.find((one) => one.words === words) ?? assert.fail(words)
    return [attribute(inner, 'rFonts', 'eastAsia'), attribute(inner, 'sz', 'val')]
  }
  assert.deepEqual(look('关于民主评议党员情况的报告'), ['方正小标宋简体', '44'])
  assert.deepEqual(look('一、总体情况'), ['黑体', '32'])
  assert.deepEqual(look('（一）组织实施'), ['楷体_GB2312', '32'])
  assert.deepEqual(look('1.会前准备'), ['仿宋_GB2312', '32'])
  assert.deepEqual(look('（1）谈心谈话'), ['仿宋_GB2312', '32'])
  assert.deepEqual(look('二、评议结果'), ['黑体', '32'])
})

test('R-316, R-318, R-319: number, attachments, signature and date stand where they belong', async () => {
  const all = paragraphsOf((await parts(report)).xml('word/document.xml'))
  const at = (words: string) => all.findIndex((one) => one.words === words)
  assert.equal(at('石党发〔2026〕3号'), 0)
  const [first, second] = [at('附件：1.评议汇总表'), at('　　　2.党员名单')]
  assert.ok(first > 0 && second === first + 1 && all[first - 1]!.words === '')
  assert.ok(at(`本人签名：${'　'.repeat(8)}`) > second)
  const [body, signer, date] = [at('石门村党支部'), at('周谷雨'), at('2026年12月8日')]
  assert.ok(body > second && signer === body + 1 && date === signer + 1)
  // Four characters from the right under a seal.
  assert.equal(attribute(all[date]!.inner, 'ind', 'right'), String(4 * 315))
  assert.equal(attribute(all[signer]!.inner, 'rFonts', 'eastAsia'), '楷体_GB2312')
  assert.ok(all[body]!.inner.includes('<w:keepNext/>'))
})

test('R-320: page numbers of 14 pt stand outside: right on odd pages, left on even ones', async () => {
  const { xml, files } = await parts(report)
  assert.ok(/<w:evenAndOddHeaders(?: w:val="(?:true|1)")?\/>/.test(xml('word/settings.xml')))
  const footers = Object.keys(files)
    .filter((path) => /^word\/footer\d\.xml$/.test(path))
    .map(xml)
  assert.equal(footers.length, 2)
  for (const footer of footers) {
    assert.equal(attribute(footer, 'sz', 'val'), '28')
    assert.match(footer, /— .*PAGE.* —/s)
  }
  assert.deepEqual(footers.map((footer) => attribute(footer, 'jc', 'val')).toSorted(), ['left', 'right'])
})

test('R-321, R-322: nothing is red, no font lies inside, and each has names that stand in for it', async () => {
  const { xml, files } = await parts(report)
  assert.deepEqual(
    Object.keys(files).filter((path) => /\.(odttf|ttf|otf|png|jpe?g)$/.test(path)),
    [],
  )
  assert.equal(xml('word/document.xml').includes('<w:color'), false)
  const table = xml('word/fontTable.xml')
  for (const [name, other] of [
    ['仿宋_GB2312', '仿宋,FangSong'],
    ['方正小标宋简体', '方正小标宋_GBK,宋体'],
    ['黑体', 'SimHei'],
    ['楷体_GB2312', '楷体,KaiTi'],
  ]) {
    assert.ok(table.includes(`<w:font w:name="${name}"><w:altName w:val="${other}`), name)
  }
})

test('R-215: figures carry the number of their source, and the note under the document says what it is', async () => {
  const all = paragraphsOf((await parts(report)).xml('word/document.xml'))
  assert.ok(all.some(({ words }) => words === '共有党员34[1]人，&lt;其中&gt; A&amp;B。'))
  assert.deepEqual(
    all.slice(-3).map(({ words }) => words),
    ['数据来源：', '[1] 党员花名册', '[2] 积分账'],
  )
})

test('tables fill the width, repeat their head and split no row', async () => {
  const xml = (await parts(report)).xml('word/document.xml')
  const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
  assert.equal(widths.length, 2)
  assert.ok(Math.abs(mm(String(widths[0]! + widths[1]!)) - 156) < 0.2)
  assert.equal(xml.match(/<w:tblHeader/g)?.length, 1)
  assert.equal(xml.match(/<w:cantSplit/g)?.length, 3)
})

test('the same value at the same instant gives the same bytes', async () => {
  const [one, two] = [await parts(report), await parts(report)]
  assert.deepEqual(one.bytes, two.bytes)
  assert.ok(one.xml('docProps/core.xml').includes('2026-12-28T01:00:00.000Z'))
})

test('R-322: what the named fonts may not show is named, and written in a font that may', async () => {
  const name = paragraph('何镕基、𬭎小满、\ue815某、祝贺😀')
  const { doubtful, xml } = await parts({
    ...report,
    title: '关于㛃的通知',
    blocks: [name, paragraph('再说𬭎')],
  })
  assert.deepEqual(
    doubtful.map(({ code, part, why }) => [code, part, why]),
    [
      ['U+2CB4E', 'paragraph', 'rare'],
      ['U+E815', 'paragraph', 'none'],
      ['U+1F600', 'paragraph', 'none'],
    ],
  )
  const fontOf = (sign: string) =>
    new RegExp(`w:eastAsia="([^"]*)"(?:(?!<w:r>).)*<w:t[^>]*>[^<]*${sign}`, 'u').exec(
      xml('word/document.xml'),
    )?.[1]
  assert.equal(fontOf('何'), '仿宋_GB2312')
  assert.equal(fontOf('镕'), '仿宋')
  assert.equal(fontOf('㛃'), '方正小标宋_GBK')
  assert.equal(fontOf('𬭎'), 'SimSun-ExtB')
  assert.deepEqual((await parts(report)).doubtful, [])
})

test('a document without number, addressee, end and sources is only its title and text', async () => {
  const bare = {
    ...report,
    number: null,
    addressee: null,
    attachments: [],
    signature: null,
    signHere: [],
    sources: [],
  }
  const words = paragraphsOf(
    (await parts({ ...bare, blocks: [paragraph('正文。')] })).xml('word/document.xml'),
  )
  assert.deepEqual(
    words.map((one) => one.words),
    ['', '关于民主评议党员情况的报告', '', '正文。'],
  )
})
