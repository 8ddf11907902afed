import {
  bare,
  type CellsOf,
  nameReader,
  needed,
  optional,
  readSchoolNumber,
  readTypedDay,
  readUpn,
  type RowProblem,
} from '@app/people';
import { problem } from './feed';

/** The columns by which every feed says whom a row is about. */
export const IDENTITY_COLUMNS = {
  school: needed(
    'LAESTAB',
    readSchoolNumber,
    'Type the number of the school, like 8992001',
    'URN',
    'LAESTAB or URN',
    'School',
    'School number',
    'School URN',
    'DfE number',
  ),
  upn: optional('UPN', readUpn, 'Unique pupil number', 'Pupil UPN'),
  surname: optional(
    'Surname',
    nameReader('The surname'),
    'Legal surname',
    'Last name',
    'Family name',
  ),
  forename: optional(
    'Forename',
    nameReader('The forename'),
    'Legal forename',
    'First name',
    'Given name',
  ),
  dob: optional('Date of birth', readTypedDay, 'DOB', 'Birth date'),
} as const;

const WHO: readonly string[] = (['upn', 'surname', 'forename', 'dob'] as const).map(
  (key) => IDENTITY_COLUMNS[key].heading,
);

/** Whom a row is about, as far as the school said. */
export type PupilSaid = Omit<CellsOf<typeof IDENTITY_COLUMNS>, 'school'>;

/** The same pupil has the same key in every file: the UPN, or name and date of birth. */
export function keyOf({ upn, surname, forename, dob }: PupilSaid): string {
  return upn ?? `${bare(surname ?? '')}|${bare(forename ?? '')}|${dob ?? ''}`;
}

/** A row must say whom it is about; where a cell of that is wrong already, that is enough. */
export function identityProblems(
  { upn, surname, forename, dob }: PupilSaid,
  problems: readonly RowProblem[],
): RowProblem[] {
  if (upn || (surname && forename && dob)) return [];
  if (problems.some(({ column }) => WHO.includes(column))) return [];
  return [problem('UPN', 'Type the UPN, or surname, forename and date of birth', 'nobody')];
}

/** The invented pupil of the empty files. */
export const EXAMPLE_PUPIL: Readonly<Record<string, string>> = {
  school: '8992001',
  upn: 'X899200100001',
  surname: 'Example',
  forename: 'Delete-this-row',
  dob: '27/03/2016',
};
