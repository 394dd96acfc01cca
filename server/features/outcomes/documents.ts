import { gradeWords } from '@steward/domain/appraisals/grade.ts'
import { basisWords } from '@steward/domain/outcomes/instrument.ts'
import { outcomeTemplates, toCommendationList } from '@steward/domain/outcomes/outcome-documents.ts'
import { contentOf, type OutcomeList } from '@steward/domain/outcomes/outcome-list.ts'
import { isAdverseKind } from '@steward/domain/outcomes/outcome-table.ts'
import { listWords, useWords } from '@steward/domain/outcomes/outcome-words.ts'
import { checkDocument, type DocumentNumber } from '@steward/domain/shared/document.ts'
import { formatNumber, readNumber } from '@steward/domain/shared/document-layout.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { formatPlainDate } from '@steward/domain/shared/plain-date.ts'
import { findOrg, type Org } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { docxType, renderDocument } from '#platform/documents.ts'
import { problem } from '#platform/problem.ts'
import { XLSX_TYPE } from '#platform/sheets/write.ts'
import { listSheet } from './documents-list.ts'
import { isCadreMatter } from './handlers-use-shape.ts'
import {
  commendationDraftFile,
  commendationFile,
  issueCommendation,
  listCommendations,
  outcomeListFile,
} from './operations-paper.ts'
import { findInstrument } from './queries-instrument.ts'
import { findPaper, insertPaper, listPapers } from './queries-paper.ts'
import { recordFileReadings } from './queries-reader.ts'
import { type KeptUse, listUsesOf } from './queries-use.ts'

/** A list is handed out whole; a county has no more graded members than this. */
const MOST = 60_000

async function getReadable(context: Context, orgId: string): Promise<Org> {
  const org = (await findOrg(context.tx, orgId)) ?? problem('not-found')
  context.access.demandHidden('outcome.read', { path: org.path })
  return org
}

async function usesOn(context: Context, org: Org, year: number, list: OutcomeList): Promise<KeptUse[]> {
  const { uses, states } = contentOf(list)
  const filter = { path: org.path, year, uses, states, desks: null, search: '' }
  return (await listUsesOf(context, filter, { offset: 0, limit: MOST })).rows
}

const sheet = handle(outcomeListFile, async (context, { orgId, year, list }) => {
  const org = await getReadable(context, orgId)
  const isOfCadres = contentOf(list).uses.every((use) => isCadreMatter({ use }))
  if (isOfCadres) context.access.demandHidden('cadre-list.read', { path: org.path })
  const rows = await usesOn(context, org, year, list)
  if (rows.length === 0) return refuse('outcome-list-empty')
  await recordFileReadings(
    context,
    rows
      .filter(({ kind }) => isAdverseKind(kind))
      .map(({ id, memberId, orgPath }) => ({ kind: 'use', id, memberId, path: orgPath })),
  )
  const foot = `说明：${context.actor.name}于${formatPlainDate(context.today)}下载，共${rows.length}项，来自结果运用记录。“建议”不是决定。不外传，用后删除。`
  context.note({ orgId, year, list, rows: rows.length })
  const bytes = await listSheet({ list, orgName: org.name, year, rows, foot })
  return agree({ name: `${org.name}${year}年度${listWords[list]}.xlsx`, type: XLSX_TYPE, bytes })
})

/** The commendation list as a value: confirmed ones of the organisation's reach, in the order of their organisations. */
async function commendationOf(context: Context, org: Org, year: number, number: DocumentNumber | null) {
  const rows = await usesOn(context, org, year, number === null ? 'recommended' : 'commended')
  const instrument = await findInstrument(context.tx, 'encouragement', context.today)
  const basis = basisWords(instrument).replace(/^根据|，$/gu, '')
  const persons = rows.map((use) => ({
    ...{ memberId: use.memberId, name: use.memberName, orgName: use.orgName, useId: use.id },
    basis: `评议${gradeWords[use.grade]}，${useWords[use.use]}${use.document === null ? '' : `（${use.document}）`}`,
  }))
  const document = toCommendationList(
    {
      ...{ number, bodyName: org.name, on: context.today, year, draft: number === null },
      ruleVersions: [...(basis === '' ? [] : [basis]), outcomeTemplates.commendation],
    },
    persons,
  )
  return { document, persons: persons.length }
}

const draft = handle(commendationDraftFile, async (context, { orgId, year }) => {
  const org = await getReadable(context, orgId)
  const { document, persons } = await commendationOf(context, org, year, null)
  if (persons === 0) return refuse('outcome-list-empty')
  const { bytes } = await renderDocument(document, { issuer: org.name, at: context.now })
  return agree({ name: `${org.name}${year}年度拟表彰党员名单（建议）.docx`, type: docxType, bytes })
})

/** Who issues lists: whoever decides at the county, or at the base committee. */
function mayIssue({ access }: Context, org: Org): boolean {
  const desk = org.kind === 'countyCommittee' ? 'outcome.decide-at-county' : 'outcome.decide-at-committee'
  const isCommittee = ['countyCommittee', 'baseCommittee', 'workCommittee'].includes(org.kind)
  return isCommittee && access.may([desk], { path: org.path }).length > 0
}

const issue = handle(issueCommendation, async (context, { orgId, year, number: said }) => {
  const org = await getReadable(context, orgId)
  if (!mayIssue(context, org)) problem('forbidden')
  const number = readNumber(said)
  if (number === undefined) return refuse('document-number-wrong')
  const { document, persons } = await commendationOf(context, org, year, number)
  if (persons === 0) return refuse('outcome-list-empty')
  const checked = checkDocument(document)
  if (!checked.ok) return checked
  const paperId = await insertPaper(context, { orgId, year, persons, document })
  if (paperId === undefined) return refuse('paper-number-taken')
  context.note({ paperId, orgId, year, persons })
  return agree({ paperId, persons })
})

const list = handle(listCommendations, async (context, { orgId, year }) => {
  const org = await getReadable(context, orgId)
  const papers = await listPapers(context.tx, org.path, year)
  return agree({
    org: { id: org.id, name: org.name },
    papers: papers.map(({ issuer, numberYear, number, ...paper }) => ({
      ...paper,
      number: formatNumber({ issuer, year: numberYear, number }),
    })),
    mayIssue: mayIssue(context, org),
  })
})

const file = handle(commendationFile, async (context, { paperId }) => {
  const paper = (await findPaper(context.tx, paperId)) ?? problem('not-found')
  context.access.demandHidden('outcome.read', { path: paper.orgPath })
  const { bytes } = await renderDocument(paper.document, { issuer: paper.orgName, at: paper.issuedAt })
  return agree({ name: `${paper.document.title}.docx`, type: docxType, bytes })
})

export const outcomeDocuments: readonly Handled[] = [sheet, draft, issue, list, file]
