import { pathways, type Recipient } from '@app/pathways';
import { readingEase, sentencesOf, wordsOf } from '../test/reading-ease';
import { someDigest, someFacts } from '../test/some-facts';
import { type LetterFacts } from './letter-facts';
import { caseNotices, digestNotices, noticeNamed } from './notices';
import { n55Termly } from './notices/n-55';
import { n64ToLead } from './notices/n-64';

const BANNED =
  /school refus|refuser|non-complian|fail(ed|ure|s|ing)?\b|unfortunately|regrettabl|should have|did not bother|hard to reach|disengag|challenging|suffer|attention.seeking|manipulat|poor parent|\bDNA\b|null|undefined|NaN/i;
const ISO = /\d{4}-\d{2}-\d{2}/;
const sent = pathways.flatMap(({ machine }) => sendsIn(machine.config));

/** Every place in a machine that asks for a message. */
function sendsIn(node: unknown): { notice: string; to: Recipient[] }[] {
  if (!node || typeof node !== 'object') return [];
  const { type, params } = node as { type?: string; params?: { notice: string; to: Recipient[] } };
  if (type === 'send' && params) return [params];
  return Object.values(node).flatMap(sendsIn);
}

const VARIANTS: Readonly<Record<string, Partial<LetterFacts>[]>> = {
  'N-01': [{ pathway: 'y6_transition' }, { dates: {} }],
  'N-02': [
    { event: 'AGREEMENT_TIMEOUT' },
    { event: 'AGREEMENT_REFUSED' },
    { event: 'WAITLIST_CLOSED' },
    { event: 'PANEL_DECLINED' },
    { pathway: 'ey_transition' },
    { pathway: 'post16_transition' },
  ],
  'N-12': [{ dates: {} }],
  'N-42': [{ pathway: 'post16_transition' }],
  'N-04': [
    { pathway: 'hd_referral', dates: {} },
    { since: '2026-09-05' },
    { since: '2026-09-05', pathway: 'hd_referral', dates: {} },
  ],
  'N-06': [{ dates: {} }],
  'N-07': [{ asked: [], dates: {} }],
  'N-08': [
    { stage: 'allocated' },
    { advice: undefined, onwardRoute: undefined, reason: undefined, dates: {} },
  ],
  'N-14': [{ dates: {} }],
  'N-15': [{ stage: 'agreed' }, { stage: 'check_in', dates: {} }],
  'N-16': [
    { stage: 'actions_live' },
    { stage: 'signposted' },
    {
      stage: 'actions_live',
      feedback: {
        agreed: ['Actions agreed'],
        actions: [{ what: 'Visit the school', who: 'Specialist teacher', by: '2026-11-12' }],
        lookAgainOn: '2026-12-09',
      },
    },
  ],
  'N-18': [{ stage: 'review_listed' }],
  'N-25': [{ dates: {} }],
  'N-53': [{ event: 'REFUSED_TO_ASSESS' }, { event: 'REFUSED_TO_ISSUE', dates: {} }],
  'N-55': [{ event: 'MEETING_NOT_HELD' }, { event: 'REPORT_CHASED' }, { dates: {} }],
  'N-56': [{ event: 'MEETING_MOVED' }, { dates: {} }],
  'N-57': [
    { event: 'AMENDMENT_WITHDRAWN', pathway: 'annual_review' },
    { event: 'CEASE_DROPPED', pathway: 'annual_review' },
    { event: 'NOT_PURSUED', pathway: 'cessation', reason: undefined },
  ],
  'N-58': [{ dates: {} }],
  'N-61': [{ dates: {} }],
  'N-64': [{ writtenOn: '2027-01-04' }],
};
const letters = caseNotices.flatMap(({ code, words }) =>
  Object.entries(words).flatMap(([to, write]) =>
    [{}, ...(VARIANTS[code] ?? [])].map((variant, i) => ({
      code,
      to: to as Recipient,
      i,
      words: write(someFacts(variant)),
    })),
  ),
);
const isPersonal = (to: Recipient) => to === 'family' || to === 'young_person';
const forFamily = letters.filter(({ to }) => isPersonal(to));

it('has words for every notice that a pathway sends, and for everyone it sends it to', () => {
  expect(sent.length).toBeGreaterThan(20);
  const speechless = sent.flatMap(({ notice, to }) =>
    to.filter((who) => !noticeNamed(notice).words[who]).map((who) => `${notice} to ${who}`),
  );
  expect(speechless).toEqual([]);
});

it('has the notices of the two pathways and the common regions', () => {
  const codes = [...caseNotices, ...digestNotices].map(({ code }) => code).sort();
  const asked = '01 02 03 04 05 09 10 11 12 19 20 21 22 30 40 41 42 50 51 52 53 54 62 63 64'
    .split(' ')
    .map((n) => `N-${n}`);
  expect(codes).toEqual(expect.arrayContaining(asked));
});

describe.each(letters)('$code to $to ($i)', ({ to, words: { subject, body } }) => {
  it('says everything in plain words', () => {
    const text = `${subject}\n${body}`;
    expect(text).not.toMatch(BANNED);
    expect(text).not.toMatch(ISO);
    expect(text).not.toMatch(/[A-Z]{2,}_[A-Z]/); // no event names
    expect(sentencesOf(text).filter((sentence) => wordsOf(sentence).length > 25)).toEqual([]);
  });

  if (!isPersonal(to)) {
    it('carries no name and no detail of the child', () => {
      expect(`${subject} ${body}`).not.toMatch(/Owen|Vale|Fernhollow|Thornmere/);
      expect(body).toContain('/cases/EHC-1042');
    });
  }
});

it.each(forFamily)('$code to the $to ($i) can be read without effort', ({ words }) => {
  expect(readingEase(words.body)).toBeGreaterThanOrEqual(60);
  expect(words.body).toContain('Dear Mrs Vale');
  expect(words.body).toContain('Sam Ellis');
});

it.each(['REFUSED_TO_ASSESS', 'REFUSED_TO_ISSUE', 'FINAL_ISSUED'])(
  'tells the family its rights after %s',
  (event) => {
    const notice = noticeNamed(event === 'FINAL_ISSUED' ? 'N-54' : 'N-53');
    const { body } = notice.words.family!(someFacts({ event }));
    for (const right of [
      'appeal',
      'First-tier Tribunal',
      'Monday 7 December 2026',
      'one month',
      'mediation adviser',
      'certificate',
      'disagreement resolution',
      'SENDIASS',
      '01632 960100',
      '01632 960200',
    ]) {
      expect(body).toContain(right);
    }
  },
);

it('gives real dates in the letter that starts the twenty weeks', () => {
  const { body } = noticeNamed('N-50').words.family!(someFacts());
  expect(body).toContain('By Monday 16 November 2026');
  expect(body).toContain('By Monday 22 February 2027');
});

const contact = { name: 'the SEND team', phone: '01632 960000' };
const council = 'Wendmoor Council';
it.each([
  n64ToLead({ service: 'Educational psychology', lines: someDigest().lines, contact, council }),
  n55Termly({
    reviews: [{ reference: 'EHC-1042', meetingBy: '2027-02-12' }],
    from: '2027-01-04',
    to: '2027-03-25',
    contact,
    council,
  }),
])('$subject: plain words to a service or a school, about many children', ({ subject, body }) => {
  const text = `${subject}\n${body}`;
  expect(text).not.toMatch(BANNED);
  expect(text).not.toMatch(ISO);
  expect(sentencesOf(text).filter((sentence) => wordsOf(sentence).length > 25)).toEqual([]);
  expect(body).toContain('- EHC-1042: ');
  expect(body).toContain('ring the SEND team on 01632 960000');
});

it.each(digestNotices)('$code gathers everything into one message', ({ words }) => {
  const { subject, body } = words(someDigest());
  expect(subject).toMatch(/^[A-Z0-9]/);
  expect(body).toContain(
    '- EHC-1042: Tell the family if we will assess, Thu 8 October 2026, 3 working days left',
  );
  expect(`${subject}${body}`).not.toMatch(ISO);
});
