import { type CalendarDay, daysBetween, ncYearOn } from '@app/statutory-calendar';
import { birthProblem } from '../child/child-details';
import { extraCells, readCells } from '../staging/columns';
import { type RowProblem } from '../staging/row-problem';
import {
  NOMINATION_COLUMNS,
  type NominationCells,
  type NominationColumn,
} from './nomination-columns';

/** Where each column stands in the file. */
export type ColumnPlaces = Partial<Readonly<Record<NominationColumn, number>>>;

/** What the reading of a row depends on besides its cells. */
export interface ReadingRules {
  readonly today: CalendarDay;
  readonly headingCount: number;
  /** The transition lead or a SEND manager may nominate a child of Year 5 (handbook 4.5). */
  readonly mayNominateYear5: boolean;
  /** Managers and the transition lead may date further back than other officers (corrections, 15). */
  readonly mayBackdate: boolean;
}

/** A row whose cells are all right; the register is still to be asked. */
export type ReadRow = NominationCells &
  Required<
    Pick<
      NominationCells,
      | 'legalSurname'
      | 'legalForename'
      | 'dob'
      | 'schoolUrn'
      | 'senProvision'
      | 'nominatorRole'
      | 'reasons'
      | 'parentAware'
    >
  >;

/** Reads the cells of one row and lists everything that is wrong with them. */
export function readNominationRow(
  cells: readonly string[],
  places: ColumnPlaces,
  rules: ReadingRules,
): { row: NominationCells; problems: RowProblem[] } {
  const reasons = places.reasons;
  const inOneLine = cells.map((cell, at) =>
    at === reasons ? cell.replace(/[\r\n]+/g, ';') : cell,
  ); // a list may stand on several lines
  const { row, problems } = readCells(NOMINATION_COLUMNS, inOneLine, places);
  return {
    row,
    problems: [
      ...extraCells(cells, rules.headingCount),
      ...problems,
      ...togetherProblems(row, rules),
    ],
  };
}

/** A problem in the words of the template’s heading. */
export const problemIn = (key: NominationColumn, text: string): RowProblem => ({
  column: NOMINATION_COLUMNS[key].heading,
  text,
});

/** What can only be seen when the cells of a row are laid side by side. */
function togetherProblems(row: NominationCells, rules: ReadingRules): RowProblem[] {
  return [
    ...birthAndNominationProblems(row, rules),
    ...familyToldProblems(row, rules.today),
    ...yearProblems(row, rules),
    ...needProblems(row),
    ...contactProblems(row),
  ];
}

const LONGEST_AGO_DAYS = 366;
const OFFICERS_AGO_DAYS = 60;

function birthAndNominationProblems(
  { dob, nominatedOn }: NominationCells,
  { today, mayBackdate }: ReadingRules,
): RowProblem[] {
  const birth = dob && birthProblem(dob, today);
  const nomination =
    nominatedOn && nominationDayProblem(daysBetween(nominatedOn, today), mayBackdate);
  return [
    ...(birth ? [problemIn('dob', birth)] : []),
    ...(nomination ? [problemIn('nominatedOn', nomination)] : []),
  ];
}

function nominationDayProblem(ago: number, mayBackdate: boolean): string | undefined {
  if (ago < 0) return 'That day is in the future. Type the day on which the child was nominated';
  if (ago > LONGEST_AGO_DAYS) return 'That day is more than a year ago. Check the year';
  if (mayBackdate || ago <= OFFICERS_AGO_DAYS) return undefined;
  return `That day is more than ${OFFICERS_AGO_DAYS} days ago. Check the date, or ask the transition lead to upload this row`;
}

function familyToldProblems(
  { parentAware, parentAwareOn }: NominationCells,
  today: CalendarDay,
): RowProblem[] {
  if (!parentAwareOn) return [];
  if (parentAwareOn > today)
    return [
      problemIn(
        'parentAwareOn',
        'That day is in the future. Type the day on which the family was told, or leave it blank',
      ),
    ];
  if (parentAware !== false) return [];
  return [
    problemIn(
      'parentAwareOn',
      'The row says that the family does not know. Take the date out, or type yes under “Parent aware”',
    ),
  ];
}

function yearProblems(
  { dob, ncYear, nominatedOn }: NominationCells,
  { today, mayNominateYear5 }: ReadingRules,
): RowProblem[] {
  if (!dob || birthProblem(dob, today)) return [];
  const byAge = ncYearOn(dob, earlierOf(nominatedOn ?? today, today));
  const year = ncYear ?? byAge;
  if (year !== '6' && !(year === '5' && mayNominateYear5))
    return [problemIn(ncYear ? 'ncYear' : 'dob', notYear6(year, ncYear !== undefined))];
  if (Math.abs(Number(byAge) - Number(year)) <= 1) return [];
  return [
    problemIn(
      'dob',
      `A child born that day would be in ${inWords(byAge)}, not Year ${year}. Check the date of birth`,
    ),
  ];
}

function notYear6(year: string, isTyped: boolean): string {
  if (year === '5')
    return 'Only the transition lead or a SEND manager can nominate a child in Year 5. Ask one of them to upload this row';
  if (isTyped)
    return `Only children in Year 6 can be nominated. Type 6, or delete the row (it says ${inWords(year)})`;
  return `That date of birth makes the child ${inWords(year)}. Only children in Year 6 can be nominated. Check the date of birth; if the child is taught with another year, type 6 under “Year group”`;
}

const earlierOf = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);

const inWords = (year: string) =>
  /^\d/.test(year) ? `Year ${year}` : year === 'R' ? 'Reception' : 'nursery';

function needProblems({ senProvision, primaryNeed }: NominationCells): RowProblem[] {
  if (!senProvision || senProvision === 'N' || primaryNeed) return [];
  return [
    problemIn(
      'primaryNeed',
      'Type the main need, like SEMH or ASD: the row says that the child has SEN support or a plan',
    ),
  ];
}

function contactProblems({
  contactName,
  contactRelation,
  contactPhone,
  contactEmail,
}: NominationCells): RowProblem[] {
  if (contactName || !(contactRelation ?? contactPhone ?? contactEmail)) return [];
  return [
    problemIn(
      'contactName',
      'Type the name of the parent or carer, or leave the relation, phone and e-mail blank',
    ),
  ];
}
