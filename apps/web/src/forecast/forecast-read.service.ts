import { type Actor } from '@app/access';
import {
  type Ahead,
  Forecasts,
  PlanRegister,
  type StandingAssessment,
  WaysForward,
} from '@app/reporting';
import { Injectable } from '@nestjs/common';
import { type BoardSeen, BoardsRead } from '../boards/boards-read.service';
import { type ReviewsSeen, ReviewsRead } from '../reviews/reviews-read.service';
import { type CaseAhead, type Whose } from './forecast-row';

/** Which cases are asked for. */
export const FORECAST_VIEWS = {
  ahead: 'Date still ahead',
  late: 'Date has passed',
  unsure: 'Not enough to say',
} as const;
export type ForecastView = keyof typeof FORECAST_VIEWS;

/** A case of a list before its names are read. */
export interface Listed<T> {
  readonly of: T;
  readonly ahead: Ahead;
}

/** One reading for page, list and download. */
@Injectable()
export class ForecastRead {
  constructor(
    private readonly boards: BoardsRead,
    private readonly register: PlanRegister,
    private readonly reviewsRead: ReviewsRead,
    private readonly forecasts: Forecasts,
    private readonly ways: WaysForward,
  ) {}

  /** The open assessments that the filter lets through, those most likely to miss their date first. */
  async assessments(actor: Actor, query: unknown, pageName: string) {
    const seen = await this.boards.seen(actor, query, pageName);
    const cases = seen.shown.map(({ caseId }) => caseId);
    const ahead = await this.forecasts.assessments(actor.authority, seen.day, cases);
    return { seen, listed: mostLikelyFirst(seen.shown, ahead, ({ caseId }) => caseId) };
  }

  /** The open reviews, in the same order. */
  async reviews(actor: Actor, query: unknown, pageName: string) {
    const seen = await this.reviewsRead.seen(actor, query, pageName);
    const { rows } = await this.register.list(actor, { day: seen.day, filter: {} });
    const open = rows.filter(({ caseId }) => caseId !== null);
    const cases = open.map(({ caseId }) => caseId ?? '');
    const ahead = await this.forecasts.reviews(actor.authority, seen.day, cases);
    return { seen, listed: mostLikelyFirst(open, ahead, ({ caseId }) => caseId ?? '') };
  }

  /** Names for some assessments, and what would help each most; for a day gone by nothing helps any more. */
  async named(
    actor: Actor,
    seen: BoardSeen,
    some: readonly Listed<StandingAssessment>[],
  ): Promise<CaseAhead[]> {
    const full = await seen.inFull(some.map(({ of }) => of));
    const byId = new Map(full.map((each) => [each.caseId, each]));
    return this.withWays(
      actor,
      seen,
      some.flatMap(({ of, ahead }) => {
        const whose = byId.get(of.caseId);
        return whose ? [{ whose, ahead }] : [];
      }),
    );
  }

  /** What would help each of these most. */
  async withWays(
    actor: Actor,
    { day, today }: Pick<BoardSeen | ReviewsSeen, 'day' | 'today'>,
    some: readonly { readonly whose: Whose; readonly ahead: Ahead }[],
  ): Promise<CaseAhead[]> {
    const ahead = day === today ? some.map((each) => each.ahead) : [];
    const ways = await this.ways.of(actor, ahead, day);
    return some.map((each) => ({ ...each, way: ways.get(each.ahead.caseId) }));
  }
}

/** In which list a case stands. */
export function viewOf({ dates: [{ chance, isLate }] }: Ahead): ForecastView {
  if (chance === undefined) return 'unsure';
  return isLate ? 'late' : 'ahead';
}

function mostLikelyFirst<T>(
  all: readonly T[],
  ahead: ReadonlyMap<string, Ahead>,
  idOf: (each: T) => string,
): Listed<T>[] {
  return all
    .flatMap((of) => {
      const found = ahead.get(idOf(of));
      return found ? [{ of, ahead: found }] : [];
    })
    .sort(
      (
        {
          ahead: {
            dates: [a],
          },
        },
        {
          ahead: {
            dates: [b],
          },
        },
      ) => {
        return (b.chance ?? -1) - (a.chance ?? -1) || a.dueOn.localeCompare(b.dueOn);
      },
    );
}
