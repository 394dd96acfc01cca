import type { Handled } from '#platform/context.ts'
import { warningDocuments } from './documents-warning.ts'
import { appealHandlers } from './handlers-appeal.ts'
import { cautionDoor, downMeasureDoor, toleranceDoor, warningDoor } from './handlers-appeal-doors.ts'
import { limitDoor, useDoor } from './handlers-appeal-limit.ts'
import { cautionHandlers } from './handlers-caution.ts'
import { disposalHandlers } from './handlers-disposal.ts'
import { disposalDoor, sanctionDoor } from './handlers-disposal-appeal.ts'
import { readerHandlers } from './handlers-reader.ts'
import { sanctionHandlers } from './handlers-sanction.ts'
import { toleranceStepHandlers } from './handlers-tolerance.ts'
import { toleranceLookHandlers } from './handlers-tolerance-look.ts'
import { warningStepHandlers } from './handlers-warning.ts'
import { warningDraftHandlers } from './handlers-warning-draft.ts'
import { warningLookHandlers } from './handlers-warning-look.ts'
import { outcomeDocuments } from './documents.ts'
import { draftHandlers } from './handlers-draft.ts'
import { figureHandlers } from './handlers-figures.ts'
import { helpHandlers } from './handlers-help.ts'
import { instrumentHandlers } from './handlers-instrument.ts'
import { limitHandlers } from './handlers-limit.ts'
import { mineHandlers } from './handlers-mine.ts'
import { noUseHandlers } from './handlers-no-use.ts'
import { useHandlers } from './handlers-use.ts'
import type { AppealDoors } from './queries-appeal-door.ts'

/** What can be appealed against here, kind by kind; each gives its door. */
const appealSubjects: AppealDoors = {
  warning: warningDoor,
  downMeasure: downMeasureDoor,
  caution: cautionDoor,
  tolerance: toleranceDoor,
  disposal: disposalDoor,
  sanction: sanctionDoor,
  limit: limitDoor,
  outcomeList: useDoor,
}

export const outcomeHandlers: readonly Handled[] = [
  ...readerHandlers,
  ...warningDraftHandlers,
  ...warningStepHandlers,
  ...warningLookHandlers,
  ...cautionHandlers,
  ...toleranceStepHandlers,
  ...toleranceLookHandlers,
  ...appealHandlers(appealSubjects),
  ...warningDocuments,
  ...draftHandlers,
  ...useHandlers,
  ...noUseHandlers,
  ...limitHandlers,
  ...helpHandlers,
  ...figureHandlers,
  ...instrumentHandlers,
  ...mineHandlers,
  ...outcomeDocuments,
  ...disposalHandlers,
  ...sanctionHandlers,
]
