import { type CalendarDay, isCalendarDay } from '../day/calendar-day';

/** A rule was given something it cannot compute with; the message says which key, and what fits. */
export class BadRuleInput extends Error {
  constructor(
    readonly code: string,
    readonly key: string,
    wanted: string,
    given: unknown,
  ) {
    super(
      `${code} needs ${key}: ${wanted}. ${given === undefined ? 'It is missing.' : `It was given ${JSON.stringify(given)}.`}`,
    );
    this.name = 'BadRuleInput';
  }
}

/** The facts given to one rule, read by kind. Every reader throws BadRuleInput. */
export class RuleInput {
  constructor(
    readonly code: string,
    private readonly facts: Record<string, unknown>,
  ) {}

  has(key: string): boolean {
    return this.facts[key] !== undefined && this.facts[key] !== null;
  }

  day(key: string): CalendarDay {
    const value = this.facts[key];
    if (!isCalendarDay(value)) throw this.bad(key, 'a date like 2026-10-05');
    return value;
  }

  optionalDay(key: string): CalendarDay | undefined {
    return this.has(key) ? this.day(key) : undefined;
  }

  instant(key: string): Date {
    const value = this.facts[key];
    const instant = typeof value === 'string' && value.includes('T') ? new Date(value) : undefined;
    if (!instant || Number.isNaN(instant.getTime())) {
      throw this.bad(key, 'an instant like 2026-06-30T23:30:00Z');
    }
    return instant;
  }

  number(key: string): number {
    const value = this.facts[key];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
      throw this.bad(key, 'a number that is not negative');
    }
    return value;
  }

  whole(key: string): number {
    const value = this.number(key);
    if (!Number.isInteger(value)) throw this.bad(key, 'a whole number');
    return value;
  }

  flag(key: string): boolean {
    const value = this.facts[key] ?? false;
    if (typeof value !== 'boolean') throw this.bad(key, 'true or false');
    return value;
  }

  word<Word extends string>(key: string, allowed: readonly Word[]): Word {
    const value = this.facts[key];
    const found = allowed.find((word) => word === value);
    if (found === undefined) throw this.bad(key, `one of ${allowed.join(', ')}`);
    return found;
  }

  text(key: string): string {
    const value = this.facts[key];
    if (typeof value !== 'string') throw this.bad(key, 'a text');
    return value;
  }

  list(key: string): readonly unknown[] {
    const value: unknown = this.facts[key];
    if (!Array.isArray(value)) throw this.bad(key, 'a list');
    return value as unknown[];
  }

  bad(key: string, wanted: string): BadRuleInput {
    return new BadRuleInput(this.code, key, wanted, this.facts[key]);
  }
}
