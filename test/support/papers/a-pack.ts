import {
  type ActionFacts,
  type CopyOf,
  type FamilySummary,
  type MinutedItem,
  type Minutes,
  type Pack,
  type PackItem,
  type SchoolFeedback,
  type SittingFacts,
} from '../../../libs/panels/src/documents/models';

/** Invented papers for tests. */
const SITTING: SittingFacts = {
  council: 'Wendmoor Council',
  panel: 'Team Around the School',
  day: '2027-01-13',
  startsAt: '1:30pm',
  endsAt: '3:30pm',
  room: 'Moor Room, County Hall',
  isMadeUp: true,
};
const COPY: CopyOf = {
  name: 'Siân Brannigan-Łuczak',
  role: 'Psychology',
  takenAt: new Date('2027-01-12T14:12:00Z'),
  accessEndsOn: '2027-02-03',
};
const ACTIONS: ActionFacts[] = [
  {
    what: 'Outreach at Ashgrove High, 3 mornings a week for 6 weeks',
    owner: 'Runa Castell',
    dueOn: '2027-01-27',
    state: 'Open',
  },
  {
    what: 'Quiet start each day, with one named adult',
    owner: 'Colm Rigby',
    dueOn: '2027-01-18',
    state: 'Overdue',
    note: 'the adult is off sick',
  },
];

const AVA: PackItem = {
  number: 3,
  startsAt: '2:06pm',
  minutes: 12,
  kind: 'New',
  subject: {
    kind: 'child',
    name: 'Ava Thornbury',
    yearGroup: 'Year 8',
    school: 'Ashgrove High',
    sen: 'SEN support',
    flags: ['Child in need'],
  },
  why: [
    {
      rule: 'T3',
      text: '3 suspensions in 6 school weeks',
      values: '3 suspensions, 6.5 days',
      window: '16 November 2026 to 8 January 2027',
    },
    { text: 'Referred by the school on 5 January' },
  ],
  score: {
    total: 52,
    rank: 'third of the six new items',
    parts: [
      { label: 'Exclusion risk', points: 15, because: '6.5 days suspended this year' },
      { label: 'Recent', points: 10, because: '2 suspensions in the last 4 school weeks' },
    ],
  },
  attendance: {
    term: 'Autumn term',
    weeks: [97, 98, 96, 99, 94, 95, 90, 92, 87, 89, undefined, 87].map((percent, index) => ({
      from: `2026-${index < 8 ? '10' : '11'}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`,
      percent,
      suspendedDays: [6, 8].includes(index) ? 2.5 : 0,
    })),
    sentence: '88% over the last 6 weeks, 12 points lower than summer term.',
    partTimeSentence: '96% of the agreed part-time timetable.',
  },
  schoolAsks: 'Help with the start of the day.',
  tried: [{ what: 'Report card', effect: 'no change' }, { what: 'Late start' }],
  told: [{ heading: 'What the child says', text: 'Lunch is when it goes wrong.' }],
  ehcQuestion: {
    outcome: 'Yes, not needed now',
    on: '2027-01-13',
    parentTold: 'Parent not told yet: the school will by 15 January',
  },
  lastActions: ACTIONS,
  services: [{ service: 'Early help', person: 'Bina Rothwell' }, { service: 'School nursing' }],
  yourPart: 'You wrote advice on this child: you do not count to the quorum of this item.',
};

const HOLLIN: PackItem = {
  number: 7,
  startsAt: '2:42pm',
  minutes: 12,
  kind: 'Whole school',
  subject: {
    kind: 'school',
    name: 'Hollin Bank Academy',
    concerns: ['9 suspensions in Year 9 since half term'],
    supportAgreed: ['A team goes to the school for three weeks'],
    trainingOffered: ['Autism in the classroom'],
    reviewOn: '2027-03-10',
  },
  lateBecause: 'the head rang on Tuesday',
  why: [{ text: 'Most suspensions of any school this term' }],
  tried: [],
  lastActions: [],
  services: [],
};

/** A pack with a child and a whole school in it, and two items that are not for its reader. */
export const aPack = (changes: Partial<Pack> = {}): Pack => ({
  sitting: SITTING,
  copy: COPY,
  items: [AVA, HOLLIN],
  notForYou: 2,
  ...changes,
});

/** The item about Ava, changed. */
export const anItem = (changes: Partial<PackItem> = {}): PackItem => ({ ...AVA, ...changes });

const DECIDED: MinutedItem = {
  number: 3,
  subject: AVA.subject,
  there: [
    { name: 'Delphine Achebe', role: 'Chair' },
    { name: 'Ifan Grey', role: 'Mental health', note: 'Deputy for Marta Okello' },
  ],
  apologies: [{ name: 'Marta Okello', role: 'School nursing' }],
  interests: ['Colm Rigby: own school. Spoke, did not decide.'],
  isQuorate: true,
  summary: 'Suspensions all follow the first lesson.',
  ehcQuestion: AVA.ehcQuestion,
  recommendation: { text: 'Outreach before any assessment', by: 'the panel' },
  outcome: {
    kind: 'decided',
    decision: 'Actions agreed',
    reasons: 'The quiet start helped in Year 7.',
    by: 'Delphine Achebe',
    role: 'Chair',
    on: '2027-01-13',
    options: ['Signpost', 'Another pathway'],
    evidence: ['Chronology of 5 January 2027'],
    challenge: 'complain to the head of inclusion',
  },
  dissent: [{ name: 'Joss Wyndham', text: 'would ask for an assessment now' }],
  actions: ACTIONS,
  reviewOn: '2027-02-24',
  toldFamilyOn: '2027-01-15',
  toldSchoolOn: '2027-01-14',
  addenda: [{ on: '2027-01-20', by: 'Delphine Achebe', text: 'The review is on a Wednesday.' }],
};

/** Approved minutes: one item decided, one late and put off, one carried over. */
export const someMinutes = (changes: Partial<Minutes> = {}): Minutes => ({
  sitting: SITTING,
  copy: COPY,
  approved: { by: 'Delphine Achebe', on: '2027-01-19' },
  items: [
    DECIDED,
    {
      ...DECIDED,
      number: 4,
      subject: { ...AVA.subject, kind: 'child', name: 'Luca Farndale' } as MinutedItem['subject'],
      lateBecause: 'suspended on Monday',
      outcome: {
        kind: 'deferred',
        because: 'the chronology had not come',
        to: '2027-01-20',
        approvedBy: 'Hester Vane, head of service',
      },
      recommendation: undefined,
    },
    {
      ...DECIDED,
      number: 7,
      subject: HOLLIN.subject,
      isQuorate: false,
      outcome: { kind: 'carried', because: 'psychology had to leave' },
    },
  ],
  notForYou: 1,
  addenda: [{ on: '2027-01-21', by: 'Owen Prys', text: 'The room was Moor Room.' }],
  ...changes,
});

/** What Ashgrove High hears. */
export const someFeedback: SchoolFeedback = {
  sitting: SITTING,
  copy: { ...COPY, name: 'Colm Rigby', role: 'School' },
  school: 'Ashgrove High',
  about: 'Ava Thornbury',
  agreed: ['Outreach for six weeks'],
  actions: ACTIONS.map(({ what, owner, dueOn }) => ({ what, owner, dueOn })),
  lookAgainOn: '2027-02-24',
  ring: { name: 'Owen Prys', role: 'Coordinator', phone: '01632 960123' },
};

/** What Ava’s family hears. */
export const aSummary: FamilySummary = {
  sitting: SITTING,
  writtenAt: new Date('2027-01-15T09:00:00Z'),
  to: 'Ms Thornbury',
  childFirstName: 'Ava',
  decided: 'Ava gets help at the start of the day.',
  because: 'Mornings are when things go wrong.',
  helps: [{ what: 'Someone comes to school', who: 'Runa Castell', by: '2027-01-27' }],
  lookAgainOn: '2027-02-24',
  ifYouDisagree: 'Ring us, or ask for our complaints leaflet.',
  ring: { name: 'Owen Prys', role: 'Coordinator', phone: '01632 960123' },
};
