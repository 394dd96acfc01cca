import { defineJob } from '#platform/jobs.ts'
import { z } from 'zod'
import { isNamed } from './queries.ts'

/** Removes bytes from the disk after their removal was committed, unless a file still names them. */
export const dropBytes = defineJob({
  name: 'file.drop-bytes',
  payload: z.object({ keptSha256: z.string() }),
  async run({ tx, files, county }, { keptSha256 }) {
    if (await isNamed(tx, keptSha256)) return
    await files.drop(county, keptSha256)
  },
})
