import { type CalendarDay, isCalendarDay } from '@app/statutory-calendar';
import { parse } from 'csv-parse/sync';
import { type Module, MODULES } from '../sen2/layout';

/** The files cannot be taken over; nothing was written. Each reason says which file and row. */
export class ReturnRefused extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('\n'));
  }
}

/** A row of one of the files. */
export interface BladeRow {
  readonly module: Module;
  readonly line: number;
  readonly id: string;
  readonly parent: string;
  readonly cells: Readonly<Record<string, string>>;
}

const MOST_REASONS = 50;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The rows of an export, found by the keys that link them. */
export class BladeTables {
  private readonly rows = new Map<Module, readonly BladeRow[]>();
  private readonly below = new Map<string, BladeRow[]>();
  private readonly reasons: string[] = [];

  /** @throws ReturnRefused for files that are no export, or whose rows belong to nothing */
  constructor(texts: ReadonlyMap<string, string>) {
    for (const module of Object.keys(MODULES) as Module[]) {
      const text = texts.get(module);
      if (text === undefined) this.refuse(`There is no file of the module ${module}`);
      else this.rows.set(module, this.read(module, text));
    }
    this.mustHold();
    this.link();
    this.mustHold();
  }

  of(module: Module): readonly BladeRow[] {
    return this.rows.get(module) ?? [];
  }

  /** The rows of a module under this one, in their order. */
  under(row: BladeRow | undefined, module: Module): readonly BladeRow[] {
    return row ? (this.below.get(`${module} ${row.id}`) ?? []) : [];
  }

  /** A cell; null for an empty one. */
  text(row: BladeRow | undefined, column: string): string | null {
    return row?.cells[column]?.trim() || null;
  }

  flag(row: BladeRow | undefined, column: string): boolean {
    return /^(true|1|y|yes)$/i.test(this.text(row, column) ?? '');
  }

  /** A day, as COLLECT prints it or as 2026-01-15. */
  day(row: BladeRow | undefined, column: string): CalendarDay | null {
    const text = this.text(row, column);
    if (text === null) return null;
    const [year = '', month = '', day = ''] = text.slice(0, 11).trim().split('-');
    const named = MONTHS.indexOf(month.toLowerCase()) + 1;
    const whole = `${year}-${named ? String(named).padStart(2, '0') : month}-${day}`;
    if (isCalendarDay(whole)) return whole;
    this.refuse(`${where(row)}: ${column} is “${text}”, which is not a day`);
    return null;
  }

  refuse(reason: string): void {
    this.reasons.push(reason);
  }

  /** @throws ReturnRefused when anything was refused so far */
  mustHold(): void {
    if (this.reasons.length > 0) throw new ReturnRefused(this.reasons.slice(0, MOST_REASONS));
  }

  private read(module: Module, text: string): BladeRow[] {
    const [head = [], ...lines] = rowsOf(text);
    const names = head.map((name) => name.trim().toLowerCase());
    const { parent, fields } = MODULES[module];
    const missing = [`${module}tableid`, `${parent}tableid`].filter((it) => !names.includes(it));
    if (missing.length || !fields.some(({ column }) => names.includes(column))) {
      this.refuse(`The file of ${module} lacks the column ${missing.join(' and ') || 'names'}`);
      return [];
    }
    return lines.map((line, at) => {
      const cells = Object.fromEntries(names.map((name, n) => [name, line[n] ?? '']));
      const id = cells[`${module}tableid`] ?? '';
      return { module, line: at + 2, id, parent: cells[`${parent}tableid`] ?? '', cells };
    });
  }

  private link(): void {
    for (const [module, rows] of this.rows) {
      const { parent } = MODULES[module];
      const above = parent === 'sen2' ? undefined : new Set(this.of(parent).map(({ id }) => id));
      for (const row of rows) {
        if (above && !above.has(row.parent))
          this.refuse(`${where(row)}: it belongs to no ${parent}`);
        const key = `${module} ${row.parent}`;
        const siblings = this.below.get(key);
        if (siblings) siblings.push(row);
        else this.below.set(key, [row]);
      }
    }
  }
}

/** The place of a row, without a word of what it says. */
export const where = (row: BladeRow | undefined) =>
  row ? `${row.module}, row ${row.line}` : 'A row';

function rowsOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    return [];
  }
}
