import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import readXlsxFile from 'read-excel-file/node'
import { readSheets } from './read.ts'
import type { Sheet } from './sheet.ts'
import { isDateFormat } from './xlsx-styles.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = { sheet: string; strings?: string; styles?: string; book?: string }

function xlsx({ sheet, strings = '', styles = '', book = '' }: Parts): Buffer {
  const relations = [
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    ['rId3', 'styles', '/xl/styles.xml'],
  ].map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook>${book}<sheets><sheet name="花名册 &amp; 册" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet>${sheet}</worksheet>`,
  }
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  )
}

async function sheetsOf(bytes: Uint8Array, settings = {}): Promise<readonly Sheet[]> {
  const read = await readSheets(bytes, settings)
  assert.ok(read.ok, read.ok ? '' : `refused: ${read.code}`)
  return read.value
}

async function refusalOf(bytes: Uint8Array, settings = {}): Promise<string> {
  const read = await readSheets(bytes, settings)
  return read.ok ? 'read' : read.code
}

suite('xlsx', () => {
  test('texts, numbers, days, truth and faults come as they stand; long numbers keep all their digits', async () => {
    const bytes = xlsx({
      strings:
        '<si><t>姓名</t></si><si><r><t>张</t></r><r><rPr/><t xml:space="preserve"> 三</t></r><rPh sb="0"><t>zhang</t></rPh></si><si><t>a_x0041_&lt;b&#65;</t></si>',
      styles:
        '<numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="180"/><xf numFmtId="49"/></cellXfs>',
      sheet: `<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>行内</t></is></c></row>
        <row r="4"><c t="s"><v>1</v></c><c s="1"><v>39967</v></c><c s="2"><v>39967.75</v></c><c s="3"><v>110101198507230017</v></c><c><v>1.10101198507231E+17</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"x"</f><v>算出</v></c><c s="1"><v>19850723</v></c><c t="s"><v>2</v></c></row></sheetData>
        <mergeCells count="1"><mergeCell ref="A2:C3"/></mergeCells>`,
    })
    const [sheet] = await sheetsOf(bytes)
    assert.equal(sheet?.name, '花名册 & 册')
    assert.deepEqual(sheet?.rows, [
      [],
      ['姓名', null, '行内'],
      [],
      [
        '张 三',
        '2009-06-03',
        '2009-06-03',
        '110101198507230017',
        110101198507231000,
        true,
        null,
        '算出',
        19850723,
        'aA<bA',
      ],
    ])
    assert.deepEqual(sheet?.merged, [{ top: 1, left: 0, bottom: 2, right: 2 }])
  })

  test('files that count days from 1904 are four years later', async () => {
    const bytes = xlsx({
      book: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      sheet: '<sheetData><row r="1"><c r="A1" s="0"><v>38505</v></c></row></sheetData>',
    })
    assert.deepEqual((await sheetsOf(bytes))[0]?.rows, [['2009-06-03']])
  })

  test('the same cells as another reader gives, over many rows', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index % 3}</v></c><c r="B${index + 1}"><v>${index / 4}</v></c><c r="D${index + 1}" t="inlineStr"><is><t xml:space="preserve">第 ${index} 行 &gt; 石门村&#x000A;二组</t></is></c></row>`,
    )
    const bytes = xlsx({
      strings: '<si><t>甲</t></si><si><t>乙</t></si><si><t>丙</t></si>',
      sheet: `<dimension ref="A1"/><sheetData>${rows.join('')}</sheetData>`,
    })
    const [other] = await readXlsxFile(bytes, { trim: false })
    assert.deepEqual((await sheetsOf(bytes))[0]?.rows, other?.data)
  })

  test('a packed file that grows beyond the cap is refused, whatever size it states', async () => {
    const bytes = xlsx({ sheet: `<sheetData>${' '.repeat(3_000_000)}</sheetData>` })
    assert.equal(await refusalOf(bytes, { maxUnpackedBytes: 1_000_000 }), 'sheet-too-large')
  })

  test('memory of the reading process is limited; the server goes on', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, index) => `<si><t>${index}石门村党支部石门村党支部</t></si>`,
    )
    const bytes = xlsx({ strings: rows.join(''), sheet: '<sheetData/>' })
    assert.equal(await refusalOf(bytes, { memoryMb: 8 }), 'sheet-too-large')
  })

  test('rows beyond the limit, damaged, empty and foreign archives are refused', async () => {
    const row = '<row><c><v>1</v></c></row>'
    assert.equal(
      await refusalOf(xlsx({ sheet: `<sheetData>${row.repeat(4)}</sheetData>` }), { maxRows: 3 }),
      'sheet-too-many-rows',
    )
    assert.equal(
      await refusalOf(xlsx({ sheet: `<sheetData>${row}</sheetData>` }).subarray(0, 300)),
      'sheet-damaged',
    )
    assert.equal(await refusalOf(xlsx({ sheet: '<sheetData><row r="1048576"/></sheetData>' })), 'sheet-empty')
    assert.equal(
      await refusalOf(Buffer.from(zipSync({ 'content.xml': strToU8('<office/>') }))),
      'sheet-other-format',
    )
  })

  test('a number format is a day when year, month or day stand outside quotes', () => {
    for (const format of ['yyyy/m/d;@', '[$-804]yyyy"年"m"月"d"日"', 'mmm-yy', 'yyyy\\-mm\\-dd'])
      assert.ok(isDateFormat(format), format)
    for (const format of ['General', '0.00', '#,##0"d"', '@', '[Red]0', '"y"0'])
      assert.ok(!isDateFormat(format), format)
  })
})

suite('text', () => {
  const text = '姓名,身份证号\r\n张三,="110101198507230017"\r\n\r\n"李,四",\t110101198507230025\r\n'
  const rows = [['姓名', '身份证号'], ['张三', '110101198507230017'], [], ['李,四', '\t110101198507230025']]

  test('UTF-8 with and without mark, UTF-16 and GB18030 give the same rows', async () => {
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      iconv.encode(text, 'gb18030'),
      iconv.encode(text, 'utf16le', { addBOM: true }),
    ]) {
      assert.deepEqual((await sheetsOf(bytes))[0]?.rows, rows)
    }
  })

  test('rare characters of four bytes are read', async () => {
    assert.deepEqual((await sheetsOf(iconv.encode('姓名,性别\n㛃𬱖,女', 'gb18030')))[0]?.rows[1], [
      '㛃𬱖',
      '女',
    ])
  })

  test('tabs and semicolons are found; quotes left open do not lose the file', async () => {
    assert.deepEqual((await sheetsOf(Buffer.from('姓名\t电话\n张三\t138')))[0]?.rows[1], ['张三', '138'])
    assert.deepEqual((await sheetsOf(Buffer.from('姓名;电话\n张三;138')))[0]?.rows[1], ['张三', '138'])
    assert.deepEqual((await sheetsOf(Buffer.from('姓名,备注\n张"三,身高1"8')))[0]?.rows[1], [
      '张"三',
      '身高1"8',
    ])
  })
})

suite('web and XML tables under the name of a spreadsheet', () => {
  const page = `<html><head><meta charset=gb2312><style>td{x:y}</style></head><body><table>
    <tr><td colspan=2>云溪镇&nbsp;花名册</td></tr><tr><th>姓名<th>支部</tr>
    <tr><td>张三</td><td rowspan="2">石门村<br>党支部</td></tr><tr><td x:str>李四 &amp; 子</td></tr></table></body></html>`

  test('a page in GB2312 with joined cells', async () => {
    const [sheet] = await sheetsOf(iconv.encode(page, 'gb18030'))
    assert.deepEqual(sheet?.rows, [
      ['云溪镇 花名册'],
      ['姓名', '支部'],
      ['张三', '石门村 党支部'],
      ['李四 & 子'],
    ])
    assert.deepEqual(sheet?.merged, [
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ])
  })

  test('XML of 2003 with left-out rows and cells', async () => {
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="册"><Table><Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell><Cell><Data ss:Type="String">尾</Data></Cell></Row><Row><Cell ss:Index="2"><Data ss:Type="Number">12</Data></Cell><Cell><Data ss:Type="DateTime">2009-06-03T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">110101198507230017</Data></Cell></Row></Table></Worksheet></Workbook>`
    const [sheet] = await sheetsOf(Buffer.from(xml))
    assert.deepEqual(sheet?.rows, [[], ['标题', null, '尾'], [null, 12, '2009-06-03', '110101198507230017']])
    assert.deepEqual(sheet?.merged, [{ top: 1, left: 0, bottom: 1, right: 1 }])
  })
})

suite('files that cannot be read', () => {
  const compound = (tail: Buffer) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), tail])

  test('each says what to do', async () => {
    assert.equal(await refusalOf(Buffer.alloc(0)), 'sheet-empty')
    assert.equal(await refusalOf(compound(Buffer.from('Workbook', 'utf16le'))), 'sheet-old-format')
    assert.equal(await refusalOf(compound(Buffer.from('EncryptedPackage', 'utf16le'))), 'sheet-encrypted')
    assert.equal(await refusalOf(Buffer.from('%PDF-1.7 …')), 'sheet-other-format')
    assert.equal(await refusalOf(Buffer.from('<html><p>没有表</p></html>')), 'sheet-other-format')
    assert.equal(await refusalOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])), 'sheet-other-format')
  })

  test('a reader that takes too long is stopped', async () => {
    assert.equal(await refusalOf(Buffer.from('a,b'), { seconds: 0.001 }), 'sheet-too-slow')
  })
})
