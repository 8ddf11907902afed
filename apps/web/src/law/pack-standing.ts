import { type LawProgress, type LoadedPack } from '@app/casework';
import { longDay, londonDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** What can be decided on a pack, and by whom. */
export function decisionsOf(
  { id, decision, proposedById, judgedAt }: LoadedPack,
  officerId: string,
) {
  return {
    isOpen: decision === null,
    isJudged: judgedAt !== null,
    isApproved: decision === 'approved',
    isOwn: proposedById === officerId,
    decideAction: paths.law.decide(id),
    followAction: paths.law.follow(id),
  };
}

/** How far the work that a pack makes has come; undefined where none is under way. */
export function progressOf(
  { decision, judgedAt, followedAt }: LoadedPack,
  { judged, moved, waiting, left }: LawProgress,
) {
  if (decision === null && !judgedAt)
    return { doing: 'Looking at open cases', done: judged, of: judged + left, verb: 'looked at' };
  if (decision !== 'approved' || followedAt) return undefined;
  const of = moved + waiting + left;
  return { doing: 'Taking open cases over', done: moved, of, verb: 'taken over' };
}

/** What the pack did, once every open case counts by it. */
export function certificateOf(
  { decision, proposedBy, proposedAt, decidedBy, decidedAt, followedAt }: LoadedPack,
  { moved, dates, person }: LawProgress,
) {
  if (decision !== 'approved' || !followedAt || !decidedAt) return undefined;
  const on = (at: Date) => longDay(londonDay(at));
  return [
    { key: 'Loaded', value: `${proposedBy}, ${on(proposedAt)}` },
    { key: 'Approved', value: `${decidedBy ?? ''}, ${on(decidedAt)}` },
    { key: 'All open cases count by it since', value: on(followedAt) },
    { key: 'Cases taken over', value: String(moved) },
    { key: 'Dates that moved', value: String(dates) },
    { key: 'Cases that need a person', value: String(person) },
  ];
}
