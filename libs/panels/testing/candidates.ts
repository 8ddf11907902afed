import fc from 'fast-check';
import { type Circumstances } from '../src/pure/agenda-shape';
import { type Attending, type Candidate, type Service } from '../src/pure/terms';

const member = (service: Service): Attending => ({
  memberId: service,
  name: `Member for ${service}`,
  service,
  present: true,
});

/** A weekly sitting of the Team Around the School with its usual members and slots. */
export const tats: Circumstances = {
  on: '2026-10-21',
  nextOn: '2026-10-28',
  startsAt: '13:30',
  minutes: 120,
  terms: {
    quorum: [
      { anyOf: ['chair', 'deputy_chair'], label: 'chair or deputy' },
      { anyOf: ['psychology'], label: 'psychology' },
      { anyOf: ['attendance'], label: 'attendance' },
      {
        anyOf: ['specialist_teacher', 'mental_health', 'nursing'],
        label: 'one of specialist teacher, mental health, nursing',
      },
    ],
    opening: 15,
    fresh: { count: 6, minutes: 12 },
    review: { count: 6, minutes: 5 },
    mostDeferrals: 2,
  },
  people: (['chair', 'psychology', 'attendance', 'nursing'] as const).map(member),
};

/** A new child with nothing that stands out, of a school of their own. */
export function candidate(of: Partial<Candidate> & { readonly id: string }): Candidate {
  return {
    kind: 'fresh',
    schoolUrn: `school of ${of.id}`,
    because: ['Referred by the school'],
    score: 30,
    referredOn: '2026-10-01',
    deferrals: 0,
    pexRisk: false,
    inCareOrProtected: false,
    papersMissing: false,
    needs: [],
    hasPlan: false,
    money: false,
    ...of,
  };
}

const some = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: undefined, freq: 3 });
const rarely = fc.integer({ min: 0, max: 5 }).map((n) => n === 0);
const day = fc.integer({ min: 1, max: 31 }).map((n) => `2026-10-${String(n).padStart(2, '0')}`);

const anyCandidate = fc
  .record({
    kind: fc.constantFrom('fresh', 'fresh', 'fresh', 'review', 'review', 'school'),
    householdId: some(fc.constantFrom('h1', 'h2', 'h3')),
    schoolUrn: fc.constantFrom('100001', '100002', '100003', '100004'),
    score: fc.integer({ min: 0, max: 4 }),
    referredOn: day,
    deferrals: fc.constantFrom(0, 0, 0, 0, 1, 2),
    approvedBy: some(fc.constant('M. Okello')),
    urgent: some(fc.constant({ by: 'D. Achebe', reason: 'Excluded today' })),
    pexRisk: rarely,
    inCareOrProtected: rarely,
    papersMissing: rarely,
    needs: fc.subarray<Service>(['police', 'nursing'], { maxLength: 1 }),
    statutoryBy: some(day),
    reviewDue: some(day),
    pinned: some(fc.constant({ reason: 'Moved on from another sitting', late: false })),
  })
  .map((of) => Object.fromEntries(Object.entries(of).filter(([, it]) => it !== undefined)));

/** Up to forty candidates of all sorts, many of them alike, so that every tie is tried. */
export const anyCandidates: fc.Arbitrary<Candidate[]> = fc
  .array(anyCandidate, { maxLength: 40 })
  .map((all) => all.map((of, n) => candidate({ ...of, id: `c${n}` })));
