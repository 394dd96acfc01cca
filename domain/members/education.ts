/** Levels of education as rosters and reports tell them apart; highest first. */
export const educations = [
  'doctor',
  'master',
  'postgraduate',
  'bachelor',
  'juniorCollege',
  'technicalSecondary',
  'highSchool',
  'middleSchool',
  'primarySchool',
  'none',
] as const
export type Education = (typeof educations)[number]
