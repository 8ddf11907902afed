import { type Headings } from '../file/headings';
import { type TableRow } from '../file/table';
import { quoted, tidy } from '../typed/reading';
import { type RegisterColumn } from './register-columns';

/** A school as the national register prints it. */
export interface RegisterSchool {
  readonly urn: string;
  readonly laestab: string | null;
  readonly name: string;
  readonly phase: string;
  readonly type: string;
  readonly status: string;
  readonly lowAge: number | null;
  readonly highAge: number | null;
  readonly postcode: string | null;
  readonly phone: string | null;
  readonly headName: string | null;
}

/** Reads one row; the second part says what is wrong with it, naming the column. */
export function readRegisterRow(
  row: TableRow,
  { at }: Headings<RegisterColumn>,
): RegisterSchool | { problem: string } {
  const cell = (key: RegisterColumn) => tidy(row.cells[at.get(key) ?? -1] ?? '');
  const urn = cell('urn');
  if (!/^\d{6}$/.test(urn)) return { problem: `URN: ${quoted(urn)} is not a number of 6 digits` };
  if (cell('name') === '') return { problem: `EstablishmentName: school ${urn} has no name` };
  const ages = [cell('lowAge'), cell('highAge')].map(readAge);
  if (ages.includes(undefined))
    return {
      problem: `StatutoryLowAge and StatutoryHighAge: give ages in years for school ${urn}`,
    };
  const [lowAge, highAge] = ages as (number | null)[];
  const head = [cell('headTitle'), cell('headForename'), cell('headSurname')]
    .filter(Boolean)
    .join(' ');
  return {
    urn,
    laestab: laestabOf(cell('la'), cell('establishment')),
    name: cell('name').slice(0, 200),
    phase: cell('phase') || 'Not applicable',
    type: cell('type') || 'Not known',
    status: cell('status') || 'Open',
    lowAge: lowAge ?? null,
    highAge: highAge ?? null,
    postcode: cell('postcode') || null,
    phone: cell('phone') || null,
    headName: head || null,
  };
}

/** LA code and establishment number in seven digits; null for places that have no number. */
function laestabOf(la: string, establishment: string): string | null {
  if (!/^\d{1,3}$/.test(la) || !/^\d{1,4}$/.test(establishment)) return null;
  return la.padStart(3, '0') + establishment.padStart(4, '0');
}

function readAge(text: string): number | null | undefined {
  if (text === '') return null;
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}
