import { plainDay } from '@app/statutory-calendar';
import {
  type AgendaWarning,
  type Circumstances,
  isMostExposed,
  lawCannotWait,
  type LeftOff,
  mayNotWait,
  slotOf,
} from './agenda-shape';
import { atEveryItem, type Barrier } from './agenda-barriers';
import { type Filled, sharesSchool } from './agenda-room';
import { quorumFor } from './quorum';
import { type Candidate } from './terms';

const KIND = { fresh: 'new', review: 'review' } as const;

/** Why a candidate is on, in the order in which it counted. */
export function whyOn(
  candidate: Candidate,
  before: Candidate | undefined,
  { beyond }: Filled,
  circumstances: Circumstances,
): string[] {
  const { urgent, pinned, score, reviewDue, statutoryBy, householdId, kind } = candidate;
  return [
    ...candidate.because,
    ...(urgent ? [`Urgent, says ${urgent.by}: ${urgent.reason}`] : []),
    ...(beyond === candidate ? ['One urgent item may go beyond the slots'] : []),
    ...(pinned ? [`${pinned.late ? 'Late item' : 'Placed by hand'}: ${pinned.reason}`] : []),
    ...(isMostExposed(candidate)
      ? ['In care or protected, and permanent exclusion is possible']
      : []),
    ...putOff(candidate),
    ...(mayNotWait(candidate, circumstances) ? ['It may not be put off again'] : []),
    ...(statutoryBy ? [`By law to be decided by ${plainDay(statutoryBy)}`] : []),
    ...(reviewDue ? [`Review due by ${plainDay(reviewDue)}`] : []),
    ...(kind === 'fresh' ? [`Score ${score}`] : []),
    ...(householdId && before?.householdId === householdId ? ['After a brother or sister'] : []),
  ];
}

function putOff({ deferrals, approvedBy }: Candidate): string[] {
  if (deferrals < 1) return [];
  const times = deferrals === 1 ? 'once' : deferrals === 2 ? 'twice' : `${deferrals} times`;
  const approved = approvedBy ? `; ${approvedBy} approved that it may wait again` : '';
  return [`Put off ${times} before${approved}`];
}

/** Off because something stands against it. */
export function offByBarrier<C extends Candidate>(
  candidate: C,
  barriers: readonly Barrier[],
  circumstances: Circumstances,
): LeftOff<C> {
  const whyNot = [...barriers.map((it) => it.whyNot), ...putOff(candidate)];
  return left(
    candidate,
    whyNot,
    barriers.map((it) => it.wouldPutOn),
    circumstances,
  );
}

/** Off because no slot or no time was left. */
export function offForRoom<C extends Candidate>(
  candidate: C,
  room: Filled,
  circumstances: Circumstances,
): LeftOff<C> {
  const slot = slotOf(candidate);
  const { count, minutes } = circumstances.terms[slot];
  const full = room.slotsLeft[slot] <= 0;
  const queue = room.waiting.filter((it) => slotOf(it) === slot);
  const whyNot = [
    full
      ? `All ${KIND[slot]} slots are taken (${count})`
      : `No time is left: it takes ${minutes} minutes`,
    ...(sharesSchool(candidate, room.on)
      ? ['Another new child of its school is on this agenda']
      : []),
    ...inLine(queue.indexOf(candidate)),
    ...putOff(candidate),
  ];
  const wouldPutOn = [
    full ? `A ${KIND[slot]} slot comes free` : 'The sitting is made longer',
    candidate.urgent || room.beyond
      ? 'The chair moves another item to the next sitting'
      : 'The chair calls it urgent, with a reason: one urgent item may go beyond the slots',
  ];
  return left(candidate, whyNot, wouldPutOn, circumstances);
}

function inLine(ahead: number): string[] {
  if (ahead < 1) return ['It is the first of those who wait'];
  return [ahead === 1 ? 'One other waits before it' : `${ahead} others wait before it`];
}

function left<C extends Candidate>(
  candidate: C,
  whyNot: readonly string[],
  wouldPutOn: readonly string[],
  circumstances: Circumstances,
): LeftOff<C> {
  if (!lawCannotWait(candidate, circumstances)) return { candidate, whyNot, wouldPutOn };
  return { candidate, whyNot, wouldPutOn, offer: 'delegated_decision' };
}

/** What the chair should know before the agenda goes out. */
export function warningsOf(
  room: Filled,
  off: readonly LeftOff[],
  barred: ReadonlyMap<Candidate, readonly Barrier[]>,
  circumstances: Circumstances,
): AgendaWarning[] {
  return [
    ...forTheSitting(room, circumstances),
    ...room.on.flatMap((it) => aboutOneOn(it, barred.get(it) ?? [], circumstances)),
    ...off.flatMap(aboutOneOff),
  ];
}

function forTheSitting({ minutesLeft }: Filled, circumstances: Circumstances): AgendaWarning[] {
  const { missing } = quorumFor(circumstances.terms.quorum, atEveryItem(circumstances));
  return [
    ...(missing.length
      ? [{ text: `There would be no quorum. Missing: ${missing.join('; ')}. Ask for deputies.` }]
      : []),
    ...(minutesLeft < 0
      ? [
          {
            text: `The items take ${-minutesLeft} minutes more than the sitting has, because some may not be put off again. Make it longer, or ask the head of service to approve by name that one may wait.`,
          },
        ]
      : []),
  ];
}

function aboutOneOn(
  candidate: Candidate,
  barriers: readonly Barrier[],
  circumstances: Circumstances,
): AgendaWarning[] {
  const candidateId = candidate.id;
  const { statutoryBy } = candidate;
  const { on } = circumstances;
  const [because, otherwise] = mayNotWait(candidate, circumstances)
    ? ['it may not be put off again', '; or the head of service approves by name that it may wait']
    : [candidate.urgent ? 'the chair calls it urgent' : 'permanent exclusion is possible', ''];
  return [
    ...barriers.map(({ whyNot, wouldPutOn }) => ({
      candidateId,
      text: `It is on because ${because}, but: ${whyNot}. What helps: ${wouldPutOn}${otherwise}.`,
    })),
    ...(statutoryBy && statutoryBy < on
      ? [{ candidateId, text: `${lastDay(statutoryBy)}, before this sitting. ${DELEGATE}` }]
      : []),
  ];
}

function aboutOneOff({ candidate, whyNot, offer }: LeftOff): AgendaWarning[] {
  const { id: candidateId, urgent, pinned, statutoryBy } = candidate;
  if (offer && statutoryBy) {
    return [{ candidateId, text: `${lastDay(statutoryBy)}, and it is not on. ${DELEGATE}` }];
  }
  if (!urgent && !pinned) return [];
  const what = urgent ? 'An urgent item' : 'An item placed by hand';
  return [{ candidateId, text: `${what} is not on. ${whyNot.join('. ')}.` }];
}

const DELEGATE = 'An officer with delegated powers may decide it: the panel only advises.';
const lastDay = (day: string) => `The last day by law is ${plainDay(day)}`;
