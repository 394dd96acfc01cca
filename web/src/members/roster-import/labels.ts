import type { OutputOf, RefusalOf } from '../../shared/call.ts'
import type { Text } from '../../shared/texts.ts'

type Shown = OutputOf<'roster-import.show'>

export const importTexts = {
  title: { zh: '导入花名册', en: 'Import a roster' },
  checkTitle: { zh: '导入核对', en: 'Check the import' },
  intoOrg: { zh: '导入到 {org}', en: 'Into {org}' },
  tell: {
    zh: '先核对，再写入：系统逐行和在册信息比对，告诉你哪些新增、哪些变了、哪些收不进来。你确认以前什么也不写。',
    en: 'First compared, then written: every row is held against the register, and nothing is written before you confirm.',
  },
  pick: { zh: '选择表格', en: 'Choose a sheet' },
  drop: { zh: '或把文件拖到这里', en: 'or drop the file here' },
  kinds: {
    zh: 'Excel（.xlsx）或 CSV，30 MB 以内。表头不用改，各种叫法都认；至少要有姓名和身份证号两列。',
    en: 'Excel (.xlsx) or CSV, up to 30 MB. Headings may stay as they are; name and identity number are needed.',
  },
  secrets: {
    zh: '原表加密保存，过了撤销期自动删除。',
    en: 'The file is kept encrypted and deleted once the import can no longer be undone.',
  },
  wrongKind: {
    zh: '“{name}”不是 .xlsx 或 .csv。在表格软件里另存为 .xlsx 再选。',
    en: '“{name}” is neither .xlsx nor .csv. Save it as .xlsx in your spreadsheet program, then choose it.',
  },
  tooLarge: {
    zh: '“{name}”超过 30 MB。把图片和用不到的工作表删掉再选。',
    en: '“{name}” is larger than 30 MB. Remove pictures and sheets you do not need, then choose it again.',
  },
  sending: { zh: '正在传 {name}，{percent}%', en: 'Sending {name}, {percent} %' },
  openOnes: { zh: '还没写入的导入', en: 'Imports not yet written' },
  allImports: { zh: '导入记录', en: 'All imports' },
  goOn: { zh: '接着核对', en: 'Go on' },
  what: { zh: '核对结果', en: 'the comparison' },
  fileRows: { zh: '{file}，共 {rows} 行。', en: '{file}, {rows} rows. ' },
  nothingWritten: { zh: '现在还没有写入任何内容。', en: 'Nothing has been written yet.' },
  waiting: { zh: '排队等候，马上开始', en: 'Waiting for its turn' },
  mayLeave: {
    zh: '可以先做别的，结果留在导入记录里。',
    en: 'You can do something else meanwhile; the result stays among the imports.',
  },
  interrupted: { zh: '做到一半断了', en: 'Cut off half-way' },
  interruptedReading: {
    zh: '服务器中途停过。没有写入任何内容，再来一次就从头核对。',
    en: 'The server stopped on the way. Nothing was written; go on and it is compared anew.',
  },
  interruptedApplying: {
    zh: '服务器中途停过。写入要么全部成、要么一条不写，现在一条也没有写。',
    en: 'The server stopped on the way. It is all or nothing, and so far nothing was written.',
  },
  again: { zh: '再来一次', en: 'Go on' },
  abandon: { zh: '不导入了', en: 'Give up this import' },
  otherFile: { zh: '换一个文件', en: 'Choose another file' },
  write: { zh: '写入 {count} 条', en: 'Write {count}' },
  writing: { zh: '正在开始', en: 'Starting' },
  nothingTicked: { zh: '没有可写的，先勾选', en: 'Nothing ticked' },
  restStays: {
    zh: '其余 {count} 条留着，7 天内可整次撤销',
    en: '{count} stay out; all can be undone for 7 days',
  },
  noRest: { zh: '7 天内可整次撤销', en: 'All can be undone for 7 days' },
  changeColumns: { zh: '改列对应', en: 'Columns' },
  refusedSheet: { zh: '下载退回表', en: 'Download refused rows' },
  downloading: { zh: '正在下载', en: 'Downloading' },
  unreadable: { zh: '这个文件读不了', en: 'This file cannot be read' },
  applied: { zh: '写入 {count} 条', en: '{count} written' },
  appliedParts: {
    zh: '新增 {inserted} 人，更新 {updated} 人；留下 {left} 条没有写。',
    en: '{inserted} added, {updated} updated; {left} left out.',
  },
  appliedBy: { zh: '{name} 于 {when} 写入', en: 'Written by {name}, {when}' },
  undoUntil: { zh: '{day}以前可整次撤销', en: 'Can be undone until {day}' },
  undo: { zh: '整次撤销', en: 'Undo the import' },
  undoTitle: { zh: '撤销这次导入', en: 'Undo this import' },
  undoTell: {
    zh: '新增的 {inserted} 人从花名册去掉，更新的 {updated} 人恢复原来的信息。撤销会留记录。',
    en: 'The {inserted} added leave the register and the {updated} updated get their former facts. A record is kept.',
  },
  undoReason: { zh: '为什么撤销', en: 'Why' },
  undoing: { zh: '正在撤销', en: 'Undoing' },
  reasonFirst: { zh: '先写原因', en: 'Say why first' },
  undone: { zh: '已整次撤销', en: 'Undone' },
  undoneTell: {
    zh: '{name} 于 {when} 撤销，花名册恢复到导入以前。原因：{reason}',
    en: 'Undone by {name}, {when}; the register is as before. Reason: {reason}',
  },
  undoneSay: {
    zh: '已撤销：去掉 {removed} 人，恢复 {restored} 人',
    en: 'Undone: {removed} removed, {restored} restored',
  },
  abandoned: { zh: '这次没有导入', en: 'Given up' },
  abandonedTell: {
    zh: '{name} 于 {when} 放弃，什么也没有写入。',
    en: 'Given up by {name}, {when}; nothing was written.',
  },
  importAgain: { zh: '再导入一次', en: 'Import again' },
} as const satisfies Record<string, Text>

export const groupTexts: Readonly<Record<keyof Shown['counts'], Text>> = {
  new: { zh: '新增', en: 'New' },
  changed: { zh: '有变化', en: 'Changed' },
  double: { zh: '疑似重复', en: 'Doubles' },
  refused: { zh: '收不进来', en: 'Refused' },
  same: { zh: '没有变化', en: 'The same' },
}

export const rowTexts = {
  unfold: { zh: '展开核对', en: 'Look at them' },
  unfoldTicked: { zh: '已全部勾选，展开核对', en: 'All ticked; look at them' },
  unfoldSame: { zh: '展开看看', en: 'Show' },
  fold: { zh: '收起', en: 'Fold' },
  oldNew: { zh: '左旧右新', en: 'Old left, new right' },
  judge: { zh: '由你判断', en: 'For you to judge' },
  tickAll: { zh: '全部勾选', en: 'Tick all' },
  tickNone: { zh: '全部不勾', en: 'Tick none' },
  rowNumber: { zh: '第 {row} 行', en: 'Row {row}' },
  tick: { zh: '写入{name}', en: 'Write {name}' },
  noName: { zh: '没有姓名', en: 'No name' },
  onRegister: { zh: '已在册', en: 'On the register' },
  registerElsewhere: { zh: '在册，在别的组织', en: 'On the register, elsewhere' },
  samePerson: { zh: '同一个人，用在册的', en: 'Same person, keep the register' },
  sameAsEarlier: { zh: '同一个人，用前一行', en: 'Same person, keep the earlier row' },
  samePersonUpdate: { zh: '同一个人，按表更新', en: 'Same person, update from the sheet' },
  notSame: { zh: '不是同一个人', en: 'Not the same person' },
  didYouMean: { zh: '要找的是{name}吗？', en: 'Did you mean {name}?' },
  branch: { zh: '党支部', en: 'Branch' },
  adopt: { zh: '采用', en: 'Adopt' },
  adoptNamed: { zh: '采用{name}', en: 'Adopt {name}' },
  adopted: {
    zh: '“{from}”都改成{to}，{count} 行重新核对过',
    en: '“{from}” is {to} now; {count} rows compared anew',
  },
  written: { zh: '已写入', en: 'Written' },
  left: { zh: '没有写', en: 'Left out' },
  arrow: { zh: '改成', en: 'becomes' },
  empty: { zh: '没填', en: 'nothing' },
} as const satisfies Record<string, Text>

export const mappingTexts = {
  title: { zh: '哪一列是什么', en: 'What the columns hold' },
  notFound: {
    zh: '有几列没认出来，请你对一下。对好以后下次同样的表不用再对。',
    en: 'Some columns were not recognised. Settle them once; the same kind of sheet is remembered.',
  },
  tell: {
    zh: '改好以后重新核对，已经勾选和判断的要再看一遍。',
    en: 'All rows are compared anew, and your ticks are set anew.',
  },
  missing: { zh: '还缺：{fields}。', en: 'Still missing: {fields}.' },
  sheet: { zh: '工作表', en: 'Sheet' },
  sheetHelp: {
    zh: '换工作表后先按同样的列位置读，读完再来这里对一遍。',
    en: 'Another sheet is first read with the columns at the same places; check them here afterwards.',
  },
  headerRow: { zh: '表头在哪一行', en: 'Row of the headings' },
  headerChoice: { zh: '第 {row} 行：{cells}', en: 'Row {row}: {cells}' },
  noHeader: { zh: '没有找到，请选', en: 'Not found; choose it' },
  column: { zh: '第 {column} 列', en: 'Column {column}' },
  noSamples: { zh: '这一列是空的', en: 'Empty column' },
  ignore: { zh: '不用这一列', en: 'Leave out' },
  unsure: { zh: '看一下', en: 'Please check' },
  twice: { zh: '“{field}”选了两列，只留一列', en: '“{field}” is chosen twice' },
  compare: { zh: '重新核对', en: 'Compare anew' },
  comparing: { zh: '正在开始', en: 'Starting' },
  back: { zh: '不改了', en: 'Leave as it was' },
} as const satisfies Record<string, Text>

export const listTexts = {
  title: { zh: '导入记录', en: 'Imports' },
  tell: {
    zh: '谁、什么时候、导入了哪个表、写了多少。新的导入从花名册开始：先选组织，再点导入。',
    en: 'Who imported which sheet, when, and what was written. A new import begins on the roster: choose an organisation, then Import.',
  },
  toRoster: { zh: '去花名册', en: 'To the roster' },
  empty: { zh: '还没有导入过', en: 'No imports yet' },
  emptyNext: {
    zh: '有现成的花名册表格，就在花名册页选好组织后点导入。',
    en: 'If you have a roster as a sheet, choose the organisation on the roster and press Import.',
  },
  file: { zh: '文件', en: 'File' },
  org: { zh: '组织', en: 'Organisation' },
  state: { zh: '进展', en: 'State' },
  rows: { zh: '行数', en: 'Rows' },
  inserted: { zh: '新增', en: 'Added' },
  updated: { zh: '更新', en: 'Updated' },
  left: { zh: '留下', en: 'Left out' },
  who: { zh: '谁导入', en: 'By' },
  when: { zh: '什么时候', en: 'When' },
} as const satisfies Record<string, Text>

export const importStateTexts: Readonly<Record<Shown['state'] | 'interrupted', Text>> = {
  reading: { zh: '正在核对', en: 'Comparing' },
  unreadable: { zh: '读不了', en: 'Unreadable' },
  mapping: { zh: '等你对列', en: 'Columns to settle' },
  ready: { zh: '等你确认', en: 'For you to confirm' },
  applying: { zh: '正在写入', en: 'Writing' },
  applied: { zh: '已写入', en: 'Written' },
  undone: { zh: '已撤销', en: 'Undone' },
  abandoned: { zh: '没有导入', en: 'Given up' },
  interrupted: { zh: '中断了', en: 'Cut off' },
}

/** Steps of background work. */
export const stepTexts: Readonly<Record<string, Text>> = {
  reading: { zh: '正在读表', en: 'Reading the sheet' },
  comparing: { zh: '正在和在册信息比对', en: 'Comparing with the register' },
  writing: { zh: '正在写入', en: 'Writing' },
}

/** Why a file as a whole cannot be read, and what to do. */
export const sheetTexts: Readonly<Record<string, Text>> = {
  'sheet-empty': {
    zh: '表里没有内容。看看是不是选错了文件。',
    en: 'The file is empty. Perhaps it is another one.',
  },
  'sheet-old-format': {
    zh: '这是老格式（.xls）。用表格软件打开，另存为 .xlsx 再选。',
    en: 'This is the old format (.xls). Open it, save it as .xlsx and choose that.',
  },
  'sheet-encrypted': {
    zh: '这个文件有打开密码。去掉密码另存一份再选。',
    en: 'This file has a password. Save a copy without it and choose that.',
  },
  'sheet-other-format': {
    zh: '这不是表格文件。用表格软件另存为 .xlsx 或 CSV 再选。',
    en: 'This is no spreadsheet. Save it as .xlsx or CSV and choose that.',
  },
  'sheet-damaged': {
    zh: '文件坏了，可能没有传完。用表格软件打开看看，另存一份再选。',
    en: 'The file is damaged, perhaps cut off. Open it, save a copy and choose that.',
  },
  'sheet-too-large': {
    zh: '文件里的内容太多。删掉图片和用不到的工作表，或者分几份导入。',
    en: 'There is too much in the file. Remove pictures and other sheets, or split it.',
  },
  'sheet-too-many-rows': {
    zh: '行数太多，一次最多 60 000 行。分几份导入。',
    en: 'Too many rows; at most 60 000 at once. Split the file.',
  },
  'sheet-too-slow': {
    zh: '读了太久，停下了。把表格另存为 CSV 再选，通常会快得多。',
    en: 'Reading took too long. Save the sheet as CSV and choose that.',
  },
}

type Refusal = RefusalOf<
  | 'roster-import.begin'
  | 'roster-import.map'
  | 'roster-import.decide'
  | 'roster-import.apply'
  | 'roster-import.resume'
  | 'roster-import.undo'
  | 'roster-import.abandon'
  | 'roster-import.refused-sheet'
>

export const importRefusals: Readonly<Record<Refusal, Text>> = {
  'import-file-empty': { zh: '文件是空的，换一个再选。', en: 'The file is empty; choose another.' },
  'import-org-dissolved': {
    zh: '这个组织已经撤销，不能再导入。到现在的组织下导入。',
    en: 'This organisation is dissolved; import into the one that exists now.',
  },
  'import-not-open': {
    zh: '这次导入已经往下走了，不能再改。关上重新打开看看。',
    en: 'This import has moved on; close it and open it again.',
  },
  'import-field-twice': {
    zh: '有一项选了两列，只留一列。',
    en: 'One field is chosen for two columns; keep one.',
  },
  'import-field-missing': {
    zh: '姓名和身份证号两列都要有。',
    en: 'Both name and identity number are needed.',
  },
  'import-not-ready': {
    zh: '这次导入现在不能改，可能别人正在处理。关上重新打开看看。',
    en: 'This import cannot be changed now; somebody else may be at it. Close it and open it again.',
  },
  'import-branch-unusable': {
    zh: '这个党支部不在这次导入的范围里，换一个。',
    en: 'This branch is not within the import; choose another.',
  },
  'import-already-applied': {
    zh: '已经写入，不会再写一遍。',
    en: 'Already written; nothing is written twice.',
  },
  'import-nothing-to-write': {
    zh: '没有勾选要写的，先勾选。',
    en: 'Nothing is ticked; tick something first.',
  },
  'import-changed-meanwhile': {
    zh: '勾选刚有变动，现在是 {toWrite} 条。看一眼再写。',
    en: 'The ticks changed meanwhile: {toWrite} now. Look again, then write.',
  },
  'import-not-interrupted': { zh: '已经在做了，等一会儿。', en: 'It is under way; wait a little.' },
  'import-not-applied': {
    zh: '这次导入没有写入，不用撤销。',
    en: 'This import is not written; there is nothing to undo.',
  },
  'import-undo-too-late': {
    zh: '过了 7 天，不能整次撤销。有错的在党员档案里逐个改。',
    en: 'The seven days are over. Mend what is wrong in the files of the members.',
  },
  'import-built-upon': {
    zh: '{names} 等 {count} 人导入后又办了别的事，不能整次撤销。先在他们的档案里处理，或逐个更正。',
    en: '{count} people ({names}) were worked on since; it cannot be undone as a whole. Correct them one by one.',
  },
  'import-nothing-refused': { zh: '没有收不进来的，不用退回。', en: 'Nothing was refused.' },
  'import-forgotten': {
    zh: '过了保存期，原表已经删除，退回表生成不了。',
    en: 'The file was deleted after its time; the sheet can no longer be made.',
  },
}
