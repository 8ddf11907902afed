import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { bare } from '../typed/codes';
import { isSameNomination, nominationPayload, type NominationPayload } from './nomination-payload';
import { type NominationCells } from './nomination-columns';
import { type RowProblem } from '../staging/row-problem';
import { problemIn, type ReadRow } from './nomination-row';
import { type Known, type KnownChild, type KnownSchool } from './register-lookup';

/** What is to become of a row. */
export type Verdict =
  | { readonly status: 'error'; readonly problems: readonly RowProblem[] }
  | { readonly status: 'same'; readonly caseId: string; readonly nomination: Nomination }
  | { readonly status: 'new'; readonly nomination: Nomination };

/** A good row, ready to be opened as a case. */
export interface Nomination {
  readonly row: ReadRow;
  /** The child on record; undefined for one who is new here. */
  readonly child?: KnownChild;
  readonly schoolUrn: string;
  readonly occurredOn: CalendarDay;
  readonly payload: NominationPayload;
}

/** Lays a row beside the records: schools, children, and the cases they have. */
export function verdictOn(line: number, row: ReadRow, known: Known, today: CalendarDay): Verdict {
  const school = known.schools.get(row.schoolUrn);
  const destination = row.destinationUrn ? known.schools.get(row.destinationUrn) : undefined;
  const who = whichChild(row, school, known.children.get(line) ?? []);
  const problems = [...schoolsProblems(row, known), ...('column' in who ? [who] : [])];
  if (problems.length > 0 || 'column' in who || !school) return { status: 'error', problems };
  const payload = nominationPayload(row, destination?.urn);
  const nomination = {
    row,
    child: who.child,
    schoolUrn: school.urn,
    occurredOn: row.nominatedOn ?? today,
    payload,
  };
  return besideCases(nomination, known);
}

function besideCases(nomination: Nomination, known: Known): Verdict {
  const cases = known.cases.get(nomination.child?.childId ?? '') ?? [];
  const same = cases.find(
    (its) =>
      isSameNomination(nomination.payload, its.payload) &&
      (!nomination.row.nominatedOn || its.openedOn === nomination.occurredOn),
  );
  if (same) return { status: 'same', caseId: same.caseId, nomination };
  const open = cases.find((its) => its.open);
  if (!open) return { status: 'new', nomination };
  const text = `This child already has an open Year 6 case, ${open.reference}, from a different nomination of ${plainDay(open.openedOn)}. Delete the row; if it says something new, add it to that case`;
  return { status: 'error', problems: [{ column: 'Whole row', text }] };
}

/** What the register of schools says against a row; also asked for rows that have other faults. */
export function schoolsProblems(
  { schoolUrn, destinationUrn }: Pick<NominationCells, 'schoolUrn' | 'destinationUrn'>,
  known: Known,
): RowProblem[] {
  return [
    ...(schoolUrn ? schoolProblems(schoolUrn, known.schools.get(schoolUrn)) : []),
    ...(destinationUrn
      ? destinationProblems(destinationUrn, known.schools.get(destinationUrn))
      : []),
  ];
}

function schoolProblems(number: string, school: KnownSchool | undefined): RowProblem[] {
  if (!school)
    return [
      problemIn(
        'schoolUrn',
        `There is no school ${number} in the register. Check the number with the school`,
      ),
    ];
  if (!isOpen(school))
    return [
      problemIn(
        'schoolUrn',
        `${school.name} is not open: the register says “${school.status}”. Type the URN of the school the child goes to now`,
      ),
    ];
  const ages = wrongAges(school);
  return ages
    ? [
        problemIn(
          'schoolUrn',
          `${school.name} ${ages}. Type the URN of the school the child goes to now`,
        ),
      ]
    : [];
}

/** A child of Year 6 is 10 or 11. */
function wrongAges({ lowAge, highAge }: KnownSchool): string | undefined {
  if ((lowAge ?? 0) >= 11) return `takes pupils from age ${lowAge}`;
  return (highAge ?? 11) < 10 ? `has no pupils over ${highAge}` : undefined;
}

function destinationProblems(number: string, school: KnownSchool | undefined): RowProblem[] {
  if (!school)
    return [
      problemIn(
        'destinationUrn',
        `There is no school ${number} in the register. Check the number, or leave it blank if it is not known`,
      ),
    ];
  if (!isOpen(school))
    return [
      problemIn(
        'destinationUrn',
        `${school.name} is not open: the register says “${school.status}”. Type another URN or leave it blank`,
      ),
    ];
  if ((school.highAge ?? 19) > 11) return [];
  return [
    problemIn(
      'destinationUrn',
      `${school.name} has no pupils over ${school.highAge}. Type the URN of a secondary school, or leave it blank`,
    ),
  ];
}

const isOpen = ({ status }: KnownSchool) => status.startsWith('Open');

/** The one child on record who is meant; none; or why that cannot be told. */
function whichChild(
  row: ReadRow,
  school: KnownSchool | undefined,
  found: readonly KnownChild[],
): { child?: KnownChild } | RowProblem {
  const byUpn = found.find(({ by }) => by === 'upn');
  if (byUpn) return isPerson(row, byUpn) ? { child: byUpn } : problemIn('upn', OTHER_CHILD);
  const [identical, another] = found.filter(({ by }) => by === 'identity');
  if (another) return problemIn('upn', SEVERAL);
  if (identical) return sameNameAndBirth(row, school, identical);
  return found.length > 0 ? problemIn('legalSurname', ALIKE) : {};
}

function sameNameAndBirth(
  row: ReadRow,
  school: KnownSchool | undefined,
  child: KnownChild,
): { child: KnownChild } | RowProblem {
  if (row.upn && child.upn) return problemIn('upn', OTHER_UPN);
  return child.urn === null || child.urn === school?.urn
    ? { child }
    : problemIn('schoolUrn', OTHER_SCHOOL);
}

/** A UPN is right for a row when the birthday fits and so does one of the names. */
function isPerson(row: ReadRow, child: KnownChild): boolean {
  const alike = (a: string, b: string) => letters(a) === letters(b);
  return (
    row.dob === child.dob &&
    (alike(row.legalSurname, child.surname) || alike(row.legalForename, child.forename))
  );
}

const letters = (name: string) => bare(name.normalize('NFD').replace(/\p{M}/gu, ''));

const OTHER_CHILD =
  'This UPN is on the record of a child with another name or date of birth. Check the UPN, the name and the date of birth with the school';
const OTHER_UPN =
  'A child of this name and date of birth is on record with a different UPN. Check the UPN with the school';
const SEVERAL =
  'There are two records with this name and date of birth. Type the UPN, to say which child it is';
const OTHER_SCHOOL =
  'A child of this name and date of birth is on record at another school, and there is no UPN to tell whether it is the same child. Check the school, or find the record and bring it up to date first';
const ALIKE =
  'A child with the same date of birth and a very similar name is on record, and there is no UPN to tell them apart. Search for the child: if it is the same, type the name as on the record; if not, type the UPN';
