import { EXCLUSION_REASONS } from '@app/pathways';
import {
  type CellsOf,
  codeReader,
  needed,
  optional,
  readTypedDay,
  readYearGroup,
  readYesNo,
  SEN_PROVISIONS,
  type Reading,
} from '@app/people';
import { CATEGORIES, type Outcome, OUTCOMES } from '../pure/suspensions';
import { IDENTITY_COLUMNS } from './identity';
import { wholeReader } from './session-feed';

const MOST_HALF_DAYS = 200;
const reason = codeReader(EXCLUSION_REASONS);
const outcome = codeReader(OUTCOMES);

/** 'Withdrawn' is the older word for cancelled. */
function readOutcome(text: string): Reading<Outcome> {
  return /^(withdrawn|withdrawn\/cancelled)$/i.test(text.trim())
    ? { value: 'cancelled' }
    : outcome(text);
}

/** The columns of annex d, D-3. Free remarks are left out: nothing here needs them. */
export const SUSPENSION_COLUMNS = {
  ...IDENTITY_COLUMNS,
  category: needed('Category', codeReader(CATEGORIES), 'Type SUSP, LNCH or PERM', 'Type'),
  startOn: needed(
    'Start date',
    readTypedDay,
    'Type the first day',
    'Start',
    'First day',
    'startDate',
  ),
  startSession: optional(
    'Start session',
    codeReader({ AM: 'Morning', PM: 'Afternoon' }),
    'startSession',
  ),
  sessions: optional('Sessions', wholeReader(MOST_HALF_DAYS), 'Half days', 'Number of sessions'),
  endOn: optional('End date', readTypedDay, 'End', 'Last day', 'endDate'),
  reason1: optional('Reason 1', reason, 'Reason', 'reason1'),
  reason2: optional('Reason 2', reason, 'reason2'),
  reason3: optional('Reason 3', reason, 'reason3'),
  ncYear: optional('Year group', readYearGroup, 'NC year', 'Year', 'ncYear'),
  senProvision: optional('SEN provision', codeReader(SEN_PROVISIONS), 'SEN', 'SENprovision'),
  inCare: optional('CLA', readYesNo, 'In care', 'Looked after', 'CLA y/n'),
  socialWorker: optional('CIN or CP', readYesNo, 'CIN/CP', 'CIN/CP y/n', 'Social worker'),
  educationFrom: optional('Alternative provision from', readTypedDay, 'altProvisionFrom'),
  examMissed: optional('Exam missed', readYesNo, 'examMissed'),
  notifiedOn: optional('Notified on', readTypedDay, 'notifiedOn', 'Council told on'),
  governorsOn: optional('Governors meet on', readTypedDay, 'governorMeetingOn', 'Governor meeting'),
  outcome: optional('Outcome', readOutcome),
};

export type SuspensionCells = CellsOf<typeof SUSPENSION_COLUMNS>;
