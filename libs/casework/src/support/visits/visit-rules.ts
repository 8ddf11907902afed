import { type Actor } from '@app/access';
import { permissionsOf } from '@app/pathways';
import { addDays, plainDay } from '@app/statutory-calendar';
import { BadPayload, type Problem } from '../../errors';
import { type SupportedCase } from '../supported-case';
import { type VisitDetails } from './visit-details';

const FURTHEST_BACK = 60;
const SAID_NO: readonly string[] = ['refused', 'withdrawn'];

/** Checks what no single answer can show. @throws BadPayload naming each field that is wrong */
export function checkVisit(actor: Actor, subject: SupportedCase, details: VisitDetails): void {
  const faults = [
    ...(details.state === 'planned' ? plannedFaults(subject, details) : []),
    ...(details.state === 'done' ? doneFaults(actor, subject, details) : []),
    ...(details.state === 'cancelled' && !details.note
      ? [fault('note', 'Say why it did not take place')]
      : []),
  ];
  if (faults.length) throw new BadPayload(faults);
}

/** Direct work with a child waits for the family's agreement, and ends with it; nothing else does. */
function plannedFaults({ today, file }: SupportedCase, { onDay, kind }: VisitDetails): Problem[] {
  const consent = file.state.value['consent'];
  return [
    ...(onDay < today ? [fault('onDay', 'Which day? A planned visit is today or later')] : []),
    ...(kind === 'direct_child' && consent !== undefined && consent !== 'given'
      ? [fault('kind', 'A visit with the child waits until the family has agreed to support')]
      : []),
  ];
}

function doneFaults(
  actor: Actor,
  { today, file }: SupportedCase,
  { onDay, kind, minutes, attended }: VisitDetails,
): Problem[] {
  const isLead = permissionsOf(actor.roles).includes('case.void');
  const furthest = addDays(today, -FURTHEST_BACK);
  const saidNo = SAID_NO.includes(file.state.value['consent'] ?? '');
  return [
    ...(onDay > today
      ? [fault('onDay', 'Which day? It has taken place, so today or earlier')]
      : []),
    ...(onDay < furthest && !isLead
      ? [fault('onDay', `Which day? ${plainDay(furthest)} or later; a manager can go further back`)]
      : []),
    ...(kind === 'direct_child' && saidNo && !isLead
      ? [
          fault(
            'kind',
            'The family has said no to support, so a visit with the child is not recorded. A manager can record one that came before',
          ),
        ]
      : []),
    ...(minutes === undefined ? [fault('minutes', 'Enter how many minutes it took')] : []),
    ...(attended === undefined && kind !== 'no_access'
      ? [fault('attended', 'Did the person come? Select yes or no')]
      : []),
  ];
}

const fault = (field: string, message: string): Problem => ({ path: [field], message });
