import { csvFile } from '../file/csv-writing';
import { type Download } from '../staging/error-file';
import { bare } from '../typed/codes';
import { COLUMN_KEYS, NOMINATION_COLUMNS, type NominationColumn } from './nomination-columns';
import { type ColumnPlaces } from './nomination-row';

/** An invented child, so that nobody has to guess how a cell is meant. */
const EXAMPLE: Readonly<Record<NominationColumn, string>> = {
  upn: 'X899200100001',
  legalSurname: 'Example',
  legalForename: 'Delete-this-row',
  preferredName: '',
  dob: '27/03/2016',
  schoolUrn: '199001',
  ncYear: '6',
  senProvision: 'K',
  primaryNeed: 'SEMH',
  nominatorRole: 'School SENCO',
  reasons: 'Anxiety; Attendance',
  parentAware: 'Yes',
  parentAwareOn: '02/11/2026',
  destinationUrn: '199019',
  contactName: 'Sam Example',
  contactRelation: 'Mother',
  contactPhone: '01632 960123',
  contactEmail: 'sam@example.org',
  nominatedOn: '09/11/2026',
};

/** The headings and one example row, which an import leaves out. */
export function nominationTemplate(): Download {
  const headings = COLUMN_KEYS.map((key) => NOMINATION_COLUMNS[key].heading);
  const bytes = csvFile([headings, COLUMN_KEYS.map((key) => EXAMPLE[key])]);
  return { fileName: 'year-6-nominations-template.csv', bytes };
}

/** Whether a row is the template’s example, left in. */
export function isExample(cells: readonly string[], places: ColumnPlaces): boolean {
  const says = (key: NominationColumn) =>
    bare(cells[places[key] ?? -1] ?? '') === bare(EXAMPLE[key]);
  return says('legalSurname') && says('legalForename');
}
