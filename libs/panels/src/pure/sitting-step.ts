import { advance, NotAllowedNow } from '@app/pathways';
import { type AnyStateNode } from 'xstate';
import { STAGES, type SittingEventType, sittingEvents, type SittingStage } from './sitting-events';
import { type SittingEvent } from './sitting-guards';
import { panelMeeting } from './sitting-machine';

/**
 * The stage of a sitting after an event. Pure.
 * @throws NotAllowedNow in words, because of a guard or because the event has no place at this stage
 */
export function sittingStep(
  stage: SittingStage,
  event: SittingEvent & { readonly type: SittingEventType },
): SittingStage {
  if (!eventsOfSitting(stage).includes(event.type)) throw notAtThisStage(stage, event.type);
  const { state } = advance(panelMeeting, { value: { work: stage }, context: {} }, event);
  return state.value['work'] as SittingStage;
}

/** The events that a sitting at this stage can take, whether or not their conditions are met. */
export function eventsOfSitting(stage: SittingStage): SittingEventType[] {
  const stages = panelMeeting.machine.root.states['work']?.states as Readonly<
    Record<SittingStage, AnyStateNode>
  >;
  return [...stages[stage].transitions.keys()] as SittingEventType[];
}

const OVER = {
  closed:
    'This sitting is closed and its minutes are fixed. Put anything that is wrong right in an addendum',
  cancelled: 'This sitting was called off, and its items went to the next one',
} as const;

function notAtThisStage(stage: SittingStage, type: SittingEventType): NotAllowedNow {
  const again = stage === 'closed' && type === 'MINUTES_APPROVED';
  const text = again
    ? 'The minutes were approved already. Put anything that is wrong right in an addendum'
    : stage === 'closed' || stage === 'cancelled'
      ? OVER[stage]
      : `“${sittingEvents[type].title}” is not possible while the sitting is at “${STAGES[stage]}”`;
  return new NotAllowedNow(type, [{ guard: 'possibleFromHere', text, missing: [] }]);
}
