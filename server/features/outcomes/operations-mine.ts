import { defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { PlanView } from './operations-help.ts'
import { body, grade, LimitLine, Served, use, useKind, useState, year } from './operations-use-shapes.ts'

export const showMyOutcomes = defineQuery({
  id: 'outcome.mine',
  summary: { zh: '我的结果运用', en: 'What follows from my grade' },
  input: z.object({}),
  output: z.object({
    years: z.array(
      z.object({
        year,
        grade,
        orgName: z.string(),
        /** Where to appeal against the grade; null where it was appealed. */
        feedbackId: z.uuid().nullable(),
        appealTo: z.string(),
        uses: z.array(
          z.object({
            id: z.uuid(),
            use,
            kind: useKind,
            body,
            state: useState,
            disputed: z.boolean(),
            decidedOn: plainDate.nullable(),
            decidedBy: z.string().nullable(),
            document: z.string().nullable(),
            reason: z.string().nullable(),
            served: Served.nullable(),
          }),
        ),
        /** Why nothing came of it, and who said so (S-162). */
        noUse: z.object({ reason: z.string(), by: z.string(), on: plainDate }).nullable(),
      }),
    ),
    limits: z.array(LimitLine),
    helpPlans: z.array(PlanView),
    /** Reads of files about the caller by others. */
    readings: z.int(),
  }),
})

export const mineOperations = { showMyOutcomes }
