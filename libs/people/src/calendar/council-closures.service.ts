import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay, longDay, weekdayOf } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { BadDetails, type Problem } from '../bad-details';

/** Days beside weekends and bank holidays on which the council is closed: no working day of it. Schools may be open. */
@Injectable()
export class CouncilClosures {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** The closure days of the authority, in order. */
  async list({ authority }: Actor): Promise<readonly CalendarDay[]> {
    const [row] = await this.statements.run<{ closures: CalendarDay[] | null }>(
      'closures.list',
      "SELECT settings->'closures' AS closures FROM authority WHERE code = $1",
      [authority],
    );
    return [...(row?.closures ?? [])].sort();
  }

  /** Keeps the closure days in place of those that were there. @throws BadDetails */
  async save({ authority }: Actor, days: readonly CalendarDay[]): Promise<void> {
    const problems = days.flatMap((day, index) => problemsOf(day, index, days));
    if (problems.length) throw new BadDetails(problems);
    await this.statements.run(
      'closures.save',
      "UPDATE authority SET settings = coalesce(settings, '{}') || jsonb_build_object('closures', $2::jsonb) WHERE code = $1",
      [authority, JSON.stringify([...days].sort())],
    );
  }
}

function problemsOf(day: CalendarDay, index: number, days: readonly CalendarDay[]): Problem[] {
  const path = ['closures', String(index)];
  if (days.indexOf(day) !== index) return [{ path, message: `${longDay(day)} is entered twice` }];
  return ['Sat', 'Sun'].includes(weekdayOf(day))
    ? [{ path, message: `${longDay(day)} is no working day anyway` }]
    : [];
}
