import { type PathwayCopy } from '../pathway';
import { commonStates, localEndStates } from '../regions';

/** The words people see for where a unit place stands. */
export const hdCopy = {
  states: {
    ...commonStates,
    work: {
      enquiry: 'Enquiry',
      referred: 'Referred',
      information_needed: 'Information needed',
      panel_listed: 'Listed for the admissions panel',
      waitlisted: 'Waiting list',
      offered: 'Place offered',
      admission_planning: 'Planning the admission',
      assessment_place: 'Assessment place',
      assessment_review: 'Assessment review',
      substantive_place: 'Place for up to two terms',
      reintegrating: 'Going back to mainstream',
      exit_review: 'Exit review',
      not_suitable: 'Not a unit place',
      offer_declined: 'Offer not taken up',
      returned_mainstream: 'Back in mainstream',
      moved_specialist: 'Moved to a special school',
      moved_ap: 'Moved to alternative provision',
      placement_ended_early: 'Placement ended early',
      ...localEndStates,
    },
  },
  stages: [
    {
      label: 'Referral',
      states: ['enquiry', 'referred', 'information_needed'],
      clock: 'eligibility_sla',
    },
    { label: 'Panel', states: ['panel_listed', 'waitlisted'], clock: 'panel_on' },
    { label: 'Offer', states: ['offered', 'admission_planning'], clock: 'offer_expiry' },
    {
      label: 'Assessment',
      states: ['assessment_place', 'assessment_review'],
      clock: 'assessment_end',
    },
    { label: 'Place', states: ['substantive_place'], clock: 'place_review' },
    { label: 'Return', states: ['reintegrating', 'exit_review'], clock: 'step_review' },
  ],
  whenPossible: {
    PANEL_OFFER: 'It comes at the admissions panel.',
    ADMITTED: 'It comes after the offer is accepted.',
    EXIT_MAINSTREAM: 'It comes at the exit review.',
    PLACE_VACATED: 'It comes for a child on the waiting list.',
  },
} as const satisfies PathwayCopy;
