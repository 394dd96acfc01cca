/** One thing to do for each branch and year that is still open. */
export const thingKeyOf = (orgId: string, year: number): string => `year-${orgId}-${year}`
/** A member's pledges out of problems; one for all of a year. */
export const draftsKeyOf = (memberId: string, year: number): string => `year-drafts-${memberId}-${year}`
