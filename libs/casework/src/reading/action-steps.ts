import { stateOfClock } from './clock-state';
import { type OpenAction, type WorkCase } from './work-case';
import { type Seat, type WorkStep } from './work-step';

/** What actions ask of the person who looks: to do their own, to check one that is done, to chase one of somebody outside. Pure. */
export function actionSteps({ actions, reference, ...subject }: WorkCase, seat: Seat): WorkStep[] {
  const holds =
    seat.overTeam || subject.ownerId === seat.officerId || subject.coverId === seat.officerId;
  return actions.flatMap((action) => {
    const words = wordsFor(action, seat, holds);
    return words ? [stepOf(action, reference, words, seat)] : [];
  });
}

interface StepWords {
  readonly ask: string;
  readonly because: string;
}

function wordsFor(
  { state, ownerId, ownerName, text }: OpenAction,
  seat: Seat,
  holds: boolean,
): StepWords | undefined {
  const isOwner = ownerId === seat.officerId;
  if (state === 'done_unverified')
    return holds && !isOwner
      ? { ask: 'Check an action', because: `${ownerName} says it is done: ${text}` }
      : undefined;
  if (state === 'blocked') return undefined; // whoever leads the work has a task
  if (isOwner || (ownerId && seat.overTeam))
    return { ask: text, because: 'An action that was agreed.' };
  if (holds && !ownerId && state === 'overdue')
    return { ask: `Ask ${ownerName} about an action`, because: `It is late: ${text}` };
  return undefined;
}

function stepOf(
  { id, dueOn }: OpenAction,
  reference: string,
  { ask, because }: StepWords,
  seat: Seat,
): WorkStep {
  const clock = {
    basis: 'local',
    rule: null,
    dueOn,
    status: 'open',
    endedOn: null,
    sends: null,
  } as const;
  return {
    key: `${reference} ${id}`,
    label: ask,
    ask,
    because,
    dueOn,
    state: stateOfClock(clock, seat),
    byLaw: false,
    actionId: id,
    whose: 'mine',
    reasons: [],
  };
}
