import { type UnitPoints, type UnitWaiting } from '@app/placements';
import { plainDay, shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** One child who waits, in words. */
export interface WaitingRow {
  readonly rank: number;
  readonly name: string;
  readonly reference: string;
  readonly href: string | undefined;
  readonly points: number;
  readonly why: string;
  readonly since: string;
}

const POINTS: Readonly<Record<Exclude<keyof UnitPoints, 'exclusion'>, string>> = {
  priority: 'priority of the Team Around the School',
  care: 'in care or on a protection plan',
  year11: 'first two terms of Year 11',
  waiting: 'weeks waiting',
};

/** The row of one child on the waiting list of a unit, with the reason for the rank. */
export function waitingRow(child: UnitWaiting): WaitingRow {
  const { points, referredOn, reference, name } = child;
  return {
    rank: child.rank,
    name: name ?? 'A restricted record',
    reference,
    href: name ? paths.case(reference) : undefined,
    points: rounded((Object.values(points) as number[]).reduce((sum, each) => sum + each, 0)),
    why: [reasons(child), `Referred ${plainDay(referredOn)}`, child.leftOut && LEFT_OUT]
      .filter(Boolean)
      .join('. '),
    since: shortDay(child.waitingSince),
  };
}

const LEFT_OUT = 'Left out for the place that is free now; keeps the rank';

function reasons({ points, exclusion }: UnitWaiting): string {
  const given = (Object.keys(POINTS) as (keyof typeof POINTS)[]).map((key) =>
    points[key] > 0 ? `${rounded(points[key])} for ${POINTS[key]}` : '',
  );
  const first =
    points.exclusion > 0 ? `${rounded(points.exclusion)} for ${exclusionWords(exclusion)}` : '';
  return [first, ...given].filter(Boolean).join(', ') || 'No points: the earlier referral is first';
}

const exclusionWords = (exclusion: string | null) =>
  exclusion === 'issued' ? 'a permanent exclusion' : 'an intended permanent exclusion';

const rounded = (points: number) => Math.round(points * 10) / 10;
