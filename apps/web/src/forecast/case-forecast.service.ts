import { type Actor } from '@app/access';
import { type OpenedCase } from '@app/casework';
import { Forecasts, told } from '@app/reporting';
import { Injectable } from '@nestjs/common';
import { BOARD_ROLES } from '../boards/boards-roles';
import { paths } from '../paths';
import { REVIEW_ROLES } from '../reviews/reviews-roles';
import { betweenWords, chanceWords, driverWords } from './forecast-words';

/** The forecast of one case, for the people who steer by it. */
@Injectable()
export class CaseForecast {
  constructor(private readonly forecasts: Forecasts) {}

  /** What is said on the case; undefined where nothing can be said, or not to this person. */
  async of(
    actor: Actor,
    { file, calendar, today }: OpenedCase,
  ): Promise<{ text: string; href: string } | undefined> {
    const kind = KINDS[file.pathway];
    if (!kind || !file.open || !kind.roles.some((role) => actor.roles.includes(role)))
      return undefined;
    const found = await this.forecasts[kind.read](actor.authority, today, [file.id]);
    const ahead = found.get(file.id);
    if (!ahead) return undefined;
    const [{ dueOn, chance, isLate }] = ahead.dates;
    if (chance === undefined) return undefined;
    const forecast = told(ahead.open, dueOn, ahead.learning);
    const when = `Likely to be ${kind.done}: ${lower(betweenWords(forecast, calendar))}.`;
    const why = `What drives it: ${lower(driverWords(forecast.driver, ', '))}.`;
    const missed = isLate ? '' : ` ${chanceWords(chance)} that the date is missed.`;
    return { text: `${when}${missed} ${why}`, href: paths.forecast[kind.read] };
  }
}

const KINDS = {
  ehc_needs_assessment: { read: 'assessments', roles: BOARD_ROLES, done: 'sent' },
  annual_review: { read: 'reviews', roles: REVIEW_ROLES, done: 'decided' },
} as const as Readonly<
  Record<
    string,
    | {
        readonly read: 'assessments' | 'reviews';
        readonly roles: typeof BOARD_ROLES;
        readonly done: string;
      }
    | undefined
  >
>;

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
