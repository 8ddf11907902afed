import { checkUpn } from '@app/statutory-calendar';

/** The headings of the template, in its order. */
export const HEADINGS = [
  'UPN',
  'Legal surname',
  'Legal forename',
  'Preferred name',
  'Date of birth',
  'School URN',
  'Year group',
  'SEN provision',
  'Primary need',
  'Nominator role',
  'Reasons',
  'Parent aware',
  'Parent aware date',
  'Expected destination URN',
  'Parent/carer name',
  'Parent/carer relation',
  'Parent/carer phone',
  'Parent/carer email',
  'Nominated on',
] as const;

export type Heading = (typeof HEADINGS)[number];

/** A row that is right in every cell, with what a test wants otherwise. */
export function aRow(at: number, differs: Partial<Record<Heading, string>> = {}): Record<Heading, string> {
  return {
    UPN: aUpn(at),
    'Legal surname': `${START[at % 20]}${END[Math.floor(at / 20) % 20]}`,
    'Legal forename': `${FORENAMES[Math.floor(at / 400) % 20]}${EXTRA[Math.floor(at / 8000) % 6]}`,
    'Preferred name': '',
    'Date of birth': dayOfYear6(at),
    'School URN': '199001',
    'Year group': '6',
    'SEN provision': 'K',
    'Primary need': 'SEMH',
    'Nominator role': 'School SENCO',
    Reasons: 'Anxiety; Attendance',
    'Parent aware': 'Yes',
    'Parent aware date': '02/11/2026',
    'Expected destination URN': '199020',
    'Parent/carer name': `Parent of ${START[at % 20]}`,
    'Parent/carer relation': 'Mother',
    'Parent/carer phone': '01632 960123',
    'Parent/carer email': `family${at}@example.org`,
    'Nominated on': '09/11/2026',
    ...differs,
  };
}

/** A CSV text of these rows. */
export function csvOf(rows: readonly Record<Heading, string>[], { separator = ',', newline = '\r\n' } = {}): string {
  const quoted = (cell: string) =>
    cell.includes(separator) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [HEADINGS, ...rows.map((row) => HEADINGS.map((heading) => row[heading]))];
  return lines.map((cells) => cells.map(quoted).join(separator)).join(newline) + newline;
}

/** A file of so many different invented children. */
export const manyNominations = (count: number): string =>
  csvOf(Array.from({ length: count }, (_, at) => aRow(at)));

/** The valid UPN with this number. */
export function aUpn(at: number): string {
  const twelve = `899${String(2000 + Math.floor(at / 1000)).padStart(4, '0')}20${String(at % 1000).padStart(3, '0')}`;
  return `${checkUpn(`A${twelve}`).checkLetter ?? 'A'}${twelve}`;
}

function dayOfYear6(at: number): string {
  const month = (at % 12) + 1;
  return `${String((at % 28) + 1).padStart(2, '0')}/${String(month).padStart(2, '0')}/${month >= 9 ? 2015 : 2016}`;
}

const START = ['Ash', 'Bram', 'Cald', 'Dun', 'Ell', 'Farn', 'Gold', 'Hart', 'Ing', 'Kirk', 'Lang', 'Mar', 'Nor', 'Old', 'Pem', 'Rad', 'Stan', 'Thorn', 'Upp', 'Wind'];
const END = ['bridge', 'bury', 'combe', 'dale', 'den', 'field', 'ford', 'gate', 'ham', 'hurst', 'ington', 'ley', 'low', 'mere', 'ridge', 'shaw', 'stead', 'thorpe', 'ton', 'wick'];
const FORENAMES = ['Amir', 'Bela', 'Cora', 'Dafydd', 'Esme', 'Femi', 'Gita', 'Hugo', 'Ines', 'Jory', 'Kezia', 'Leo', 'Mina', 'Nell', 'Omar', 'Priya', 'Rhys', 'Suki', 'Tegan', 'Umar'];
const EXTRA = ['', ' Jo', ' May', ' Lee', ' Rae', ' Kit'];
