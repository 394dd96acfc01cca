import { findAlike } from '@steward/domain/files/photo-hash.ts'
import { defineJob } from '#platform/jobs.ts'
import { z } from 'zod'
import { isNamed } from './queries.ts'
import { findPrint, insertHints, listNearPrints } from './queries-photo.ts'

/** Removes bytes from the disk after their removal was committed, unless a file still names them. */
export const dropBytes = defineJob({
  name: 'file.drop-bytes',
  payload: z.object({ keptSha256: z.string() }),
  async run({ tx, files, county }, { keptSha256 }) {
    if (await isNamed(tx, keptSha256)) return
    await files.drop(county, keptSha256)
  },
})

/** Compares a picture that was added with all of the county's and keeps a hint to each that looks alike (S-194). */
export const findSamePrints = defineJob({
  name: 'file.find-same-prints',
  payload: z.object({ fileId: z.uuid() }),
  async run({ tx }, { fileId }) {
    const print = await findPrint(tx, fileId)
    if (print === undefined) return
    await insertHints(tx, fileId, findAlike(print, await listNearPrints(tx, fileId, print)))
  },
})
