import { type CalendarDay } from '@app/statutory-calendar';
import { type Kind, type Value } from '../layout';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as COLLECT exports it: `2022-Sep-28 00:00:00`. */
export function bladeDay(day: CalendarDay): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${day.slice(0, 4)}-${month}-${day.slice(8)} 00:00:00`;
}

/** A value as the CSV export has it: empty for none, true or false for a flag. */
export function bladeCell(value: Value, kind: Kind): string {
  if (value === null || value === undefined) return '';
  if (kind === 'day') return bladeDay(String(value));
  return String(value);
}

/** One line of a CSV file for other programs: quoted where it must be, and nothing put before a cell. */
export const csvLine = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
