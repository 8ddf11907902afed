import { bare } from '../typed/codes';
import { readTypedDay } from '../typed/typed-day';
import { type RawRow } from '../staging/import-file';
import { readCell } from '../typed/cells';
import { type NominationColumn } from './nomination-columns';
import { type ColumnPlaces } from './nomination-row';

/** Finds rows of one file that are about the same child, as the rows go by. */
export class Twins {
  private readonly firstLine = new Map<string, number>();

  constructor(private readonly places: ColumnPlaces) {}

  /** The earlier row with the same UPN, or with the same name and date of birth. */
  of(line: number, cells: readonly string[]): RawRow['twin'] {
    const upn = this.text(cells, 'upn');
    const byUpn = upn ? this.seen(`upn ${upn}`, line) : undefined;
    const byName = this.seen(this.nameAndBirth(cells), line);
    if (byUpn !== undefined) return { line: byUpn, column: 'upn' };
    return byName === undefined ? undefined : { line: byName, column: 'legalSurname' };
  }

  private nameAndBirth(cells: readonly string[]): string | undefined {
    const [surname, forename] = [
      this.text(cells, 'legalSurname'),
      this.text(cells, 'legalForename'),
    ];
    const day = readTypedDay(cells[this.places.dob ?? -1] ?? '');
    return surname && forename && 'value' in day
      ? `${surname}|${forename}|${day.value}`
      : undefined;
  }

  private text(cells: readonly string[], column: NominationColumn): string {
    const cell = readCell(cells[this.places[column] ?? -1]);
    return 'value' in cell ? bare(cell.value) : '';
  }

  private seen(key: string | undefined, line: number): number | undefined {
    if (key === undefined) return undefined;
    const first = this.firstLine.get(key);
    if (first === undefined) this.firstLine.set(key, line);
    return first;
  }
}
