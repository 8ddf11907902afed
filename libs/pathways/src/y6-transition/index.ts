import { schoolYearOf } from '@app/statutory-calendar';
import { type Pathway } from '../pathway';
import { y6Copy } from './copy';
import { y6Clocks } from './deadlines';
import { y6Events } from './events';
import { y6Guards } from './guards';
import { y6Machine } from './machine';
import { plannedContacts } from './planned-contacts';
import { y6Settings } from './policy';

/** Year 6 targeted transition (handbook 4). */
export const y6Transition: Pathway = {
  name: 'y6_transition',
  version: 1,
  title: 'Year 6 transition',
  opening: 'Nominate for Year 6 support',
  seenBy: ['transition_lead', 'send_manager', 'panel_coordinator', 'panel_chair', 'dpo'],
  heldBy: ['y6_worker'],
  settings: y6Settings,
  caseload: 'caseloadMax',
  plannedContacts,
  prefix: 'Y6',
  opensWith: 'NOMINATION_SUBMITTED',
  opensIf: ['rightYear', 'noOpenCase'],
  events: y6Events,
  machine: y6Machine,
  guards: y6Guards,
  clocks: y6Clocks,
  copy: y6Copy,
  cohort: ({ occurredOn, payload }) =>
    String(schoolYearOf(occurredOn) + (payload['ncYear'] === 5 ? 2 : 1)),
  places: { programme: 'y6_transition', setting: 'places' },
};
