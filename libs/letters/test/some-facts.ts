import { type DigestFacts, type LetterFacts } from '../src/letter-facts';

/** Facts for a letter, all of them known. */
export const someFacts = (given: Partial<LetterFacts> = {}): LetterFacts => ({
  pathway: 'ehc_needs_assessment',
  reference: 'EHC-1042',
  link: '/cases/EHC-1042',
  council: 'Wendmoor Council',
  writtenOn: '2026-10-05',
  happenedOn: '2026-10-05',
  reader: 'Mrs Vale',
  child: 'Owen',
  event: 'REQUEST_RECEIVED',
  stage: 'requested',
  contact: { name: 'Sam Ellis', phone: '01632 960001', email: 'sam.ellis@wendmoor.example' },
  school: 'Fernhollow Primary School',
  destination: 'Thornmere High School',
  named: 'Thornmere High School',
  dates: {
    w6: '2026-11-16',
    w16: '2027-01-25',
    w20: '2027-02-22',
    advice_due: '2026-12-16',
    reps_end: '2027-01-27',
    consult_due: '2027-01-28',
    appeal_window: '2026-12-07',
    accept_timeout: '2027-01-15',
    waitlist_close: '2027-05-28',
    handover_due: '2027-06-18',
    autumn_start: '2027-09-03',
    fu1: '2028-03-24',
    fu2: '2028-07-21',
    realloc_sla: '2026-10-08',
  },
  reason: 'The school gives the help that is needed, and your child makes good progress.',
  coverUntil: '2026-10-30',
  adviceOf: 'Educational psychology',
  sendiass: { name: 'Wendmoor SENDIASS', phone: '01632 960100', email: 'advice@sendiass.example' },
  mediation: { name: 'Northern Mediation', phone: '01632 960200' },
  ...given,
});

export const someDigest = (given: Partial<DigestFacts> = {}): DigestFacts => ({
  council: 'Wendmoor Council',
  reader: 'Sam Ellis',
  day: '2026-10-05',
  lines: [
    {
      reference: 'EHC-1001',
      what: 'Final plan sent',
      dueOn: '2026-10-02',
      left: '1 working day over',
      overdue: true,
    },
    {
      reference: 'EHC-1042',
      what: 'Tell the family if we will assess',
      dueOn: '2026-10-08',
      left: '3 working days left',
      overdue: false,
    },
  ],
  ...given,
});
