import { readPack } from '@app/statutory-calendar';
import { ending, type Told } from '../../testing/replayed';
import { stepped } from '../../testing/stepped';
import { ehcNeedsAssessment as ehc } from '.';

const received: Told = ['2026-10-05', null];
const listed: Told = ['2026-10-28', 'PANEL_LISTED'];
const agreed: Told = [
  '2026-11-04',
  'AGREED_TO_ASSESS',
  { reachedOn: [{ adviser: 'ep', on: '2026-11-09' }] },
];
const asked: Told[] = [received, listed, agreed];

const clocksOf = (code: string, ...story: Told[]) =>
  stepped(ehc, ...story)
    .at(-1)!
    .clocks.filter((it) => it.code === code);

describe('advice', () => {
  const rows = (...story: Told[]) =>
    clocksOf('advice_due', ...story)
      .filter(({ subject }) => subject === 'ep')
      .map(({ occurrence, anchor, dueOn, status }) => [occurrence, anchor, dueOn, status]);

  it('has six weeks for each adviser from the day the request reaches them', () => {
    expect(rows(...asked)).toEqual([[1, '2026-11-09', '2026-12-21', 'open']]);
    const others = clocksOf('advice_due', ...asked).filter(({ subject }) => subject !== 'ep');
    expect(others.map(({ dueOn }) => dueOn)).toEqual(['2026-12-16', '2026-12-16', '2026-12-16']);
  });

  it('that must go back was in time itself, and has six weeks again', () => {
    const back: Told[] = [
      ...asked,
      [
        '2026-12-18',
        'ADVICE_RECEIVED',
        { adviser: 'ep', quality: 'back', reachesOn: '2026-12-21' },
      ],
    ];
    expect(rows(...back)).toEqual([
      [1, '2026-11-09', '2026-12-21', 'met'],
      [2, '2026-12-21', '2027-02-01', 'open'],
    ]);
    const all: Told = ['2026-12-19', 'ADVICE_COMPLETE', { basis: 'all_in' }];
    expect(ending(ehc, ...back, all)).toBe('adviceAccountedFor');
    const good: Told = ['2027-01-11', 'ADVICE_RECEIVED', { adviser: 'ep', quality: 'good' }];
    expect(
      rows(...back, good)
        .at(-1)
        ?.at(-1),
    ).toBe('met');
  });
});

describe('reasons for delay', () => {
  const claim = (payload: object): Told => ['2026-11-20', 'EXCEPTION_CLAIMED', payload];
  const away = { category: 'absent', absentFrom: '2026-11-09', absentTo: '2026-12-06' };
  const place = (...story: Told[]) => stepped(ehc, ...story).at(-1)!.state.value['exception'];

  it('may stand beside each other, and end one by one', () => {
    const both = [...asked, claim(away), claim({})];
    expect(place(...both)).toBe('claimed');
    const ended = (category?: string): Told => ['2026-12-10', 'EXCEPTION_ENDED', { category }];
    expect(place(...both, ended('absent'))).toBe('claimed');
    expect(place(...both, ended('absent'), ended('exceptional_circumstances'))).toBe('none');
    expect(place(...both, ended())).toBe('none');
  });

  it('excuse the date they are claimed for: four weeks away may lie inside one limit and not another', () => {
    expect(ending(ehc, ...asked, claim({ ...away, dates: ['w20'] }))).toBe('advice');
    expect(ending(ehc, ...asked, claim({ ...away, dates: ['w20', 'w6'] }))).toBe('dateTestPassed');
    expect(ending(ehc, ...asked, claim({ ...away, dates: ['order'] }))).toBe('dateTestPassed');
  });

  it('excuse a date of an order after two weeks away', () => {
    const ordered: Told[] = [
      received,
      listed,
      ['2026-10-30', 'REFUSED_TO_ASSESS'],
      ['2026-11-09', 'ASSESSMENT_ORDERED', { orderMade: '2026-11-09' }],
    ];
    const until = (absentTo: string) => claim({ ...away, absentTo, dates: ['order'] });
    expect(ending(ehc, ...ordered, until('2026-11-22'))).toBe('advice');
    expect(ending(ehc, ...ordered, until('2026-11-21'))).toBe('dateTestPassed');
  });

  it('excuse an adviser for an appointment inside their own six weeks', () => {
    const missed = (appointmentOn: string) =>
      claim({ category: 'missed_appointment', adviser: 'ep', appointmentOn });
    expect(ending(ehc, ...asked, missed('2026-12-21'))).toBe('advice');
    expect(ending(ehc, ...asked, missed('2026-12-22'))).toBe('dateTestPassed');
    expect(ending(ehc, ...asked, missed('2026-11-08'))).toBe('dateTestPassed');
  });

  it('are refused for a date that the law does not let them excuse', () => {
    const missed = { category: 'missed_appointment', adviser: 'ep', appointmentOn: '2026-11-20' };
    expect(ending(ehc, ...asked, claim({ ...missed, dates: ['w20'] }))).toBe('excusableDates');
    expect(ending(ehc, ...asked, claim({ category: 'views_late', dates: ['w20'] }))).toBe(
      'excusableDates, dateTestPassed',
    );
    const closed = {
      adviceRequestedOn: '2026-11-20',
      schoolClosedFrom: '2026-11-21',
      schoolReopens: '2026-12-19',
    };
    expect(ending(ehc, ...asked, claim({ ...closed, category: 'early_years_closed' }))).toBe(
      'advice',
    );
    expect(
      ending(
        ehc,
        ...asked,
        claim({ ...closed, category: 'early_years_closed', dates: ['advice_due'] }),
      ),
    ).toBe('excusableDates');
  });

  it('are what newer law gives, for the dates that it reaches and by the days that it names', () => {
    const { changes } = readPack({
      name: 'ACT-2026',
      title: 'An invented Act',
      source: 'invented',
      effectiveFrom: '2027-01-01',
      appliesBy: 'due',
      changes: [
        { rule: 'EHCNA-FINAL-20W', grounds: ['absent_2_weeks', 'coronavirus'] },
        { rule: 'EHCNA-DECIDE-6W', grounds: ['missed_appointment'] },
      ],
    });
    const law = { packs: ['ACT-2026'], changes };
    const [, ...rest] = asked;
    const newer: Told[] = [['2026-10-05', null, {}, { law }], ...rest];
    const by = (ground: string, more: object = {}) =>
      claim({ category: 'changed_law', ground, because: '', ...more });
    const fortnight = { absentFrom: '2026-11-09', absentTo: '2026-11-22' };
    expect(ending(ehc, ...newer, by('absent_2_weeks', { ...fortnight, because: 'Abroad' }))).toBe(
      'advice',
    );
    expect(ending(ehc, ...asked, by('absent_2_weeks', { ...fortnight, because: 'Abroad' }))).toBe(
      'dateTestPassed',
    );
    const short = { ...fortnight, absentTo: '2026-11-21', because: 'Abroad' };
    expect(ending(ehc, ...newer, by('absent_2_weeks', short))).toBe('dateTestPassed');
    expect(ending(ehc, ...newer, by('coronavirus', { because: 'The school was shut' }))).toBe(
      'advice',
    );
    expect(ending(ehc, ...newer, by('missed_appointment', { because: 'Ill' }))).toBe(
      'dateTestPassed',
    );
    const missed = { dates: ['w6'], appointmentOn: '2026-10-30', because: 'Ill' };
    expect(ending(ehc, ...newer, by('missed_appointment', missed))).toBe('dateTestPassed');
  });

  it('excuse one adviser for four weeks away inside their own six', () => {
    const inAdvice = { ...away, dates: ['advice_due'] };
    expect(ending(ehc, ...asked, claim(inAdvice))).toBe('dateTestPassed');
    expect(ending(ehc, ...asked, claim({ ...inAdvice, adviser: 'ep' }))).toBe('advice');
    const short = { ...inAdvice, adviser: 'ep', absentFrom: '2026-11-10' };
    expect(ending(ehc, ...asked, claim(short))).toBe('dateTestPassed');
  });

  it('excuse an order when the family asks for more after its 15 days', () => {
    const draft: Told[] = [
      ...asked,
      ['2026-12-15', 'ADVICE_COMPLETE', { basis: 'missing_recorded', missingReason: 'Read' }],
      ['2027-01-06', 'REFUSED_TO_ISSUE'],
      ['2027-02-01', 'PLAN_ORDERED', { orderMade: '2027-02-01' }],
    ];
    const later = (viewsAskedOn: string): Told => [
      '2027-03-01',
      'EXCEPTION_CLAIMED',
      { category: 'views_late', viewsAskedOn },
    ];
    expect(ending(ehc, ...draft, later('2027-02-20'))).toBe('dateTestPassed');
    const served: Told = ['2027-02-08', 'DRAFT_ISSUED', { servedOn: '2027-02-08' }];
    expect(ending(ehc, ...draft, served, later('2027-02-22'))).toBe('dateTestPassed');
    expect(ending(ehc, ...draft, served, later('2027-02-23'))).toBe('draft_issued');
  });

  it('are remembered with the dates they were claimed for, until such a date is set anew', () => {
    const excused = (...story: Told[]) => stepped(ehc, ...story).at(-1)!.state.context['excused'];
    const ep = { category: 'absent', dates: ['w20', 'advice_due'], adviser: 'ep' };
    const both = [...asked, claim({ ...away, ...ep })];
    expect(excused(...both)).toEqual(['w20:absent', 'advice_due.ep:absent']);
    expect(
      excused(...both, ['2026-12-18', 'ADVICE_RECEIVED', { adviser: 'ep', quality: 'back' }]),
    ).toEqual(['w20:absent']);
  });

  it('want their cause said, and the family told', () => {
    expect(ending(ehc, ...asked, claim({ ...away, because: undefined }))).toBe('causeGiven');
    const tasks = (payload: object) =>
      stepped(ehc, ...asked, claim(payload))
        .at(-1)!
        .instructions.filter(
          (it) => it.type === 'task.open' && it.doneBy?.includes('EXCEPTION_TOLD'),
        );
    expect(tasks(away)).toHaveLength(1);
    expect(tasks({ ...away, familyToldOn: '2026-11-20' })).toEqual([]);
  });
});

it('counts a reassessment by 15 days and 14 weeks, and not by 20 weeks', () => {
  const again: Told = ['2026-10-05', null, { kind: 'reassessment' }];
  const due = (code: string) =>
    clocksOf(code, again, listed, ['2026-11-04', 'AGREED_TO_ASSESS']).map(({ dueOn }) => dueOn);
  expect(['w6', 'w16', 'w20', 'draft_by'].flatMap(due)).toEqual([]);
  expect(due('reassess_notify')).toEqual(['2026-10-20']);
  expect(due('reassess_final')).toEqual(['2027-02-10']);
});
