import { looksLikeFormula, withoutGuard } from '../file/csv-writing';
import { quoted, type Reading, tidy } from './reading';

const LONGEST_CELL = 1_000;
const BLANK = /^(?:NULL|n\/a|#n\/a|-+|\(blank\)|\(null\))$/;
const SPREADSHEET_ERROR = /^#(?:ref!|value!|name\?|div\/0!|num!|null!|spill!)$/i;
const INTERNATIONAL_PHONE = /^\+[\d ()./-]{7,25}$/;

/** A cell made ready to read: tidied, our own guard against formulas taken off, blank words blank. */
export function readCell(raw: string | undefined): Reading<string> {
  const whole = raw ?? '';
  if (whole.length > LONGEST_CELL)
    return { problem: `is too long. Use ${LONGEST_CELL} characters or fewer` };
  const cell = withoutGuard(tidy(whole));
  if (BLANK.test(cell) || /^#?n\/a$/i.test(cell)) return { value: '' };
  if (looksLikeFormula(cell) && !INTERNATIONAL_PHONE.test(cell)) {
    return {
      problem: `${quoted(cell)} starts like a formula. Type the value itself, without ${quoted(cell.charAt(0))} at the start`,
    };
  }
  if (SPREADSHEET_ERROR.test(cell))
    return { problem: `shows the spreadsheet error ${quoted(cell)}. Type the value itself` };
  return { value: cell };
}
