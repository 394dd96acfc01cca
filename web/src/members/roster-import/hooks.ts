/** Operations of the roster import, as the screens use them. */
export const rosterImportPath = '/import'
