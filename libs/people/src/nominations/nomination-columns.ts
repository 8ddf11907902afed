import { NOMINATION_REASONS, NOMINATORS } from '@app/pathways';
import { type CellsOf, needed, optional } from '../staging/columns';
import { codeReader, codesReader, readYearGroup, readYesNo } from '../typed/codes';
import { readSchoolNumber, readUpn } from '../typed/identifiers';
import { lineReader, nameReader } from '../typed/names';
import { readTypedDay } from '../typed/typed-day';
import { readEmail, readPhone } from '../typed/ways-to-reach';
import { NEEDS, SEN_PROVISIONS } from '../words';

/** The columns of a file of nominations, in the order of the template (handbook 2.7, 4.5, 4.6). */
export const NOMINATION_COLUMNS = {
  upn: optional('UPN', readUpn, 'Unique pupil number', 'Pupil UPN'),
  legalSurname: needed(
    'Legal surname',
    nameReader('The surname'),
    'Type the legal surname',
    'Surname',
    'Last name',
    'Family name',
  ),
  legalForename: needed(
    'Legal forename',
    nameReader('The forename'),
    'Type the legal forename',
    'Forename',
    'First name',
    'Given name',
  ),
  preferredName: optional(
    'Preferred name',
    nameReader('The preferred name'),
    'Known as',
    'Preferred forename',
    'Preferred first name',
  ),
  dob: needed(
    'Date of birth',
    readTypedDay,
    'Type the date of birth, like 27/03/2016',
    'DOB',
    'Birth date',
    'Birthday',
  ),
  schoolUrn: needed(
    'School URN',
    readSchoolNumber,
    'Type the URN of the school the child goes to now, like 199001',
    'URN',
    'School',
    'Current school URN',
    'LAESTAB',
    'Primary school URN',
    'School number',
  ),
  ncYear: optional(
    'Year group',
    readYearGroup,
    'Year',
    'NC year',
    'NC year group',
    'National curriculum year',
  ),
  senProvision: needed(
    'SEN provision',
    codeReader(SEN_PROVISIONS),
    'Type N (none), K (SEN support) or E (EHC plan)',
    'SEN',
    'SEN status',
    'SEN code',
  ),
  primaryNeed: optional(
    'Primary need',
    codeReader(NEEDS),
    'Primary SEN need',
    'Need',
    'SEN need',
    'Main need',
  ),
  nominatorRole: needed(
    'Nominator role',
    codeReader(NOMINATORS),
    'Type who nominates the child, like School SENCO',
    'Nominated by',
    'Nominator',
    'Role of nominator',
  ),
  reasons: needed(
    'Reasons',
    codesReader(NOMINATION_REASONS),
    'Type at least one reason, like Anxiety; Attendance',
    'Reason',
    'Reasons for nomination',
  ),
  parentAware: needed(
    'Parent aware',
    readYesNo,
    'Type yes or no: does the family know about the nomination?',
    'Family aware',
    'Parents aware',
    'Parent informed',
  ),
  parentAwareOn: optional(
    'Parent aware date',
    readTypedDay,
    'Date parent aware',
    'Family aware date',
    'Parent informed date',
    'Parent aware on',
  ),
  destinationUrn: optional(
    'Expected destination URN',
    readSchoolNumber,
    'Expected destination',
    'Destination URN',
    'Secondary school URN',
    'Expected secondary school',
  ),
  contactName: optional(
    'Parent/carer name',
    nameReader('The parent or carer’s name'),
    'Parent name',
    'Carer name',
    'Contact name',
  ),
  contactRelation: optional(
    'Parent/carer relation',
    lineReader('The relation', 60),
    'Relation',
    'Relationship',
    'Relation to child',
    'Parent/carer relationship',
  ),
  contactPhone: optional(
    'Parent/carer phone',
    readPhone,
    'Phone',
    'Telephone',
    'Mobile',
    'Parent phone',
    'Contact phone',
  ),
  contactEmail: optional(
    'Parent/carer email',
    readEmail,
    'Email',
    'E-mail',
    'Email address',
    'Parent email',
    'Contact email',
  ),
  nominatedOn: optional(
    'Nominated on',
    readTypedDay,
    'Nomination date',
    'Date of nomination',
    'Date nominated',
  ),
} as const;

export type NominationColumn = keyof typeof NOMINATION_COLUMNS;

/** What the cells of one row say; what was blank or wrong is not there. */
export type NominationCells = CellsOf<typeof NOMINATION_COLUMNS>;

export const COLUMN_KEYS = Object.keys(NOMINATION_COLUMNS) as NominationColumn[];
