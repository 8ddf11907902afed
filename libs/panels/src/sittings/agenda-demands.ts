import { type AtSitting } from './at-sitting';
import { refuse } from './people';
import { type Sitting } from './sitting';

const PREPARING = ['scheduled', 'agenda_open'];

const STILL_OPEN = [...PREPARING, 'papers_out', 'in_session', 'inquorate'];

/** @throws NotAllowedNow once the papers are out */
export function demandPreparing({ stage }: Sitting): void {
  if (PREPARING.includes(stage)) return;
  refuse('AGENDA', {
    guard: 'agendaOpen',
    text: 'The papers are out, so the agenda is fixed. The chair can still add a late item',
    missing: [{ what: 'A late item', who: 'The chair', byEvent: 'LATE_ITEM_ADDED' }],
  });
}

/** @throws NotAllowedNow */
export function demandChairs({ seat }: AtSitting): void {
  if (seat.chairs) return;
  refuse('AGENDA', {
    guard: 'chairApproves',
    text: 'Only the chair or a deputy may do this',
    missing: [{ what: 'The chair’s word', who: 'The chair' }],
  });
}

/** @throws NotAllowedNow once the sitting is over */
export function demandNotOver({ stage }: Sitting): void {
  if (STILL_OPEN.includes(stage)) return;
  refuse('AGENDA', {
    guard: 'notOver',
    text: 'The sitting is over, so nobody can be asked to an item of it',
    missing: [],
  });
}

/** @throws NotAllowedNow for whoever is no SEND manager, or chairs here */
export function demandHeadOfService({ seat, sitting }: AtSitting): void {
  if (
    seat.actor.roles.includes('send_manager') &&
    !seat.chairs &&
    STILL_OPEN.includes(sitting.stage)
  )
    return;
  refuse('AGENDA', {
    guard: 'headOfService',
    text: 'Only a head of service who does not chair this sitting approves that a child waits again',
    missing: [{ what: 'The approval by name', who: 'A SEND manager' }],
  });
}
