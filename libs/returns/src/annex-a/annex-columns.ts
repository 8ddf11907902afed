import { type WorkbookCell } from '@app/people';
import { type CalendarDay } from '@app/statutory-calendar';
import { SEN_TYPES } from '../sen2/codes';
import { type AnnexChild } from './annex-row';

/** A column of the lists. */
interface Column {
  readonly heading: string;
  /** Only in the list of children with plans. */
  readonly plansOnly?: true;
  readonly cell: (child: AnnexChild) => WorkbookCell;
}

const GENDERS: Readonly<Record<string, number>> = { M: 1, F: 2 };
const NOT_KNOWN = 0;
/** The phases of the national register of schools, by their code. */
const PHASES = [
  'Not applicable',
  'Nursery',
  'Primary',
  'Middle deemed primary',
  'Secondary',
  'Middle deemed secondary',
  '16 plus',
  'All-through',
];
const SOCIAL_CARE = ['cin', 'cp', 'cla'];

const day = (on: CalendarDay | null): WorkbookCell => (on === null ? null : { day: on });
const yesNo = (answer: boolean | null): WorkbookCell =>
  answer === null ? null : answer ? 'Yes' : 'No';
const isKnown = ({ careStatus }: AnnexChild) => SOCIAL_CARE.includes(careStatus);

/** Columns of both lists, in the order of the inspection handbook. */
const COLUMNS: readonly Column[] = [
  { heading: 'Unique ID', cell: ({ childId }) => childId },
  { heading: 'UPN', cell: ({ upn }) => upn },
  { heading: 'ULN', cell: ({ uln }) => uln },
  { heading: 'Date of birth', cell: ({ dob }) => day(dob) },
  { heading: 'Gender', cell: ({ sex }) => GENDERS[sex ?? ''] ?? NOT_KNOWN },
  { heading: 'Ethnicity', cell: ({ ethnicity }) => ethnicity },
  {
    heading: 'Date initial EHC plan issued',
    plansOnly: true,
    cell: ({ firstIssuedOn }) => day(firstIssuedOn),
  },
  {
    heading: 'Date updated EHC plan issued',
    plansOnly: true,
    cell: ({ updatedOn }) => day(updatedOn),
  },
  {
    heading: 'Date EHC plan last reviewed',
    plansOnly: true,
    cell: ({ reviewedOn }) => day(reviewedOn),
  },
  { heading: 'SEN primary need', cell: (child) => needOf(child) },
  { heading: 'Main education establishment – URN', cell: ({ urn }) => urn },
  { heading: 'Main education establishment – phase', cell: ({ phase }) => phaseCode(phase) },
  {
    heading: 'Subsidiary education establishment – phase (dual registration)',
    cell: ({ secondPhase }) => phaseCode(secondPhase),
  },
  {
    heading: 'Elective home education',
    plansOnly: true,
    cell: ({ isHomeEducated }) => yesNo(isHomeEducated),
  },
  { heading: 'Suspensions', cell: ({ suspensions }) => suspensions },
  { heading: 'Permanent exclusions', cell: ({ exclusions }) => exclusions },
  { heading: 'Absence', cell: (child) => absenceOf(child) },
  { heading: 'Pupil Premium', cell: ({ pupilPremium }) => yesNo(pupilPremium) },
  { heading: "Known to children's social care?", cell: (child) => yesNo(isKnown(child)) },
  {
    heading: "Which children's social care team?",
    cell: (child) => (isKnown(child) ? child.careTeam : null),
  },
  {
    heading: 'Does the child or young person have a disability?',
    cell: ({ disabled }) => yesNo(disabled),
  },
];

/** The columns of the list of children with plans, and of those with SEN support. */
export const columnsFor = (list: 'plans' | 'support') =>
  COLUMNS.filter(({ plansOnly }) => list === 'plans' || !plansOnly);

/** The need as the return codes it; null where it has not been assessed. */
export const needOf = ({ need }: AnnexChild) => (SEN_TYPES.includes(need ?? '') ? need : null);

/** Half days missed in a hundred possible ones, with one decimal; null where no school sent figures. */
export const absenceOf = ({ possible, absent }: AnnexChild) =>
  possible > 0 ? Math.round((absent / possible) * 1000) / 10 : null;

function phaseCode(phase: string | null): number | null {
  if (phase === null) return null;
  const code = PHASES.findIndex((name) => name.toLowerCase() === phase.toLowerCase());
  return code < 0 ? 0 : code;
}
