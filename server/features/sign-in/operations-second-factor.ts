import { defineCommand } from '#platform/operation.ts'
import { z } from 'zod'

const code = z.string().max(20)
const nothing = z.object({})

export const beginSecondFactor = defineCommand({
  id: 'second-factor.begin',
  summary: { zh: '开始设置第二道验证', en: 'Begin to set up the second factor' },
  beforeReady: true,
  input: nothing,
  /** The secret for typing by hand, and the address the QR code holds. */
  output: z.object({ secret: z.string(), uri: z.string() }),
  refusals: ['second-factor-already'],
  secretAnswer: true,
})

export const confirmSecondFactor = defineCommand({
  id: 'second-factor.confirm',
  summary: { zh: '确认第二道验证', en: 'Confirm the second factor' },
  beforeReady: true,
  input: z.object({ code }),
  output: nothing,
  refusals: ['second-factor-not-begun', 'second-factor-already', 'second-factor-wrong'],
})

export const verifySecondFactor = defineCommand({
  id: 'second-factor.verify',
  summary: { zh: '输入第二道验证码', en: 'Enter the code of the second factor' },
  beforeReady: true,
  input: z.object({ code }),
  output: nothing,
  refusals: ['second-factor-not-begun', 'second-factor-wrong', 'second-factor-used', 'account-locked'],
})

export const removeSecondFactor = defineCommand({
  id: 'second-factor.remove',
  summary: { zh: '取消某人的第二道验证', en: 'Remove somebody’s second factor' },
  input: z.object({ accountId: z.uuid(), reason: z.string().trim().min(4).max(200) }),
  output: z.object({ sessionsEnded: z.int() }),
  refusals: ['second-factor-own', 'second-factor-not-begun'],
})

export const secondFactorOperations = {
  beginSecondFactor,
  confirmSecondFactor,
  verifySecondFactor,
  removeSecondFactor,
}
