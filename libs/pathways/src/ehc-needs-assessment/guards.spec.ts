import { pathwayNamed } from '..';
import { guardsOf, type Situation } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('ehc_needs_assessment'));

const decider = { actorMay: ['decision.make'] } as const;
const nobodyInCharge = { actorMay: ['qa.release'] } as const;

describe('the decision panel', () => {
  const without = { form: { withoutPanelReason: 'The six weeks end today' } };

  it('is passed over only by the decision maker, with a reason', () => {
    expect(allows('panelHasAdvised', { ...without, facts: decider })).toBe(true);
    expect(allows('panelHasAdvised', { ...without, facts: nobodyInCharge })).toBe(false);
    expect(allows('panelHasAdvised', without)).toBe(false);
    expect(allows('panelHasAdvised', { facts: decider })).toBe(false);
  });

  it('is offered a date first, and a reason second', () => {
    expect(missing('panelHasAdvised').map(({ byEvent }) => byEvent)).toEqual([
      'PANEL_LISTED',
      undefined,
    ]);
  });
});

describe('advice', () => {
  const awaiting = ['parent', 'ep'];
  const complete = (form: object, facts: Situation['facts'] = decider) =>
    allows('adviceAccountedFor', { form, facts, remembers: { awaiting } });

  it('is complete when nothing is awaited any more', () => {
    expect(allows('adviceAccountedFor', { form: { basis: 'all_in' } })).toBe(true);
    expect(complete({ basis: 'all_in' })).toBe(false);
    expect(complete({})).toBe(false);
  });

  it.each(['authorSatisfied', 'authoritySatisfied', 'familySatisfied'])(
    'that we already have is used only where all three are satisfied: without %s it is not',
    (one) => {
      const satisfied = { authorSatisfied: true, authoritySatisfied: true, familySatisfied: true };
      const form = { basis: 'existing_reused', ...satisfied };
      expect(complete(form)).toBe(true);
      expect(complete({ ...form, [one]: false })).toBe(false);
    },
  );

  it('is gone without only by the decision maker, with a reason', () => {
    const form = { basis: 'missing_recorded', missingReason: 'The psychologist is ill' };
    expect(complete(form)).toBe(true);
    expect(complete(form, { actorMay: [] })).toBe(false);
    expect(complete({ ...form, missingReason: '' })).toBe(false);
  });

  it.each([
    [['ep'], 'One is missing: educational psychology'],
    [['parent', 'ep'], 'Two are missing: family’s views, educational psychology'],
  ])('is named while it is missing: %j', (advisers, said) => {
    expect(words('adviceAccountedFor', { remembers: { awaiting: advisers } })).toMatch(said);
  });

  it('is counted in words', () => {
    const all = ['parent', 'school', 'ep', 'health', 'slt', 'ot', 'social_care', 'pfa', 'other'];
    const counted = all.map((_, index) =>
      words('adviceAccountedFor', { remembers: { awaiting: all.slice(0, index + 1) } }).split(
        ' ',
        1,
      ),
    );
    expect(counted.join()).toBe('One,Two,Three,Four,Five,Six,Seven,Eight,Nine');
    expect(words('adviceAccountedFor')).toMatch(/^None are missing/);
  });

  it('is refused in the words of the way that was chosen', () => {
    const said = (basis: string) =>
      words('adviceAccountedFor', { form: { basis }, remembers: { awaiting } });
    expect(said('existing_reused')).toContain('all satisfied with it');
    expect(said('missing_recorded')).toContain('Only the decision maker');
    expect(said('all_in')).toContain('Two are missing');
  });

  it('is the family’s to give, or a service’s, and comes by the same event', () => {
    expect(missing('adviceAccountedFor', { remembers: { awaiting } })).toEqual([
      { what: 'Family’s views', who: 'The family', byEvent: 'ADVICE_RECEIVED' },
      {
        what: 'Educational psychology',
        who: 'The service: educational psychology',
        byEvent: 'ADVICE_RECEIVED',
      },
    ]);
  });

  it('is taken from somebody who was asked', () => {
    const from = (adviser?: string) =>
      allows('adviserAsked', { form: { adviser }, remembers: { awaiting } });
    expect(from('ep')).toBe(true);
    expect(from('slt')).toBe(false);
    expect(from()).toBe(true);
    const said = (adviser?: string) => words('adviserAsked', { form: { adviser } });
    expect(said('slt')).toBe('Nothing is awaited from speech and language therapy');
    expect(said()).toBe('Nothing is awaited from this adviser');
    expect(missing('adviserAsked').map(({ byEvent }) => byEvent)).toEqual(['ADVICE_REQUESTED']);
  });

  it('is awaited as long as somebody has not answered', () => {
    expect(allows('adviceAwaited', { remembers: { awaiting: ['ep'] } })).toBe(true);
    expect(allows('adviceAwaited', { remembers: { awaiting: [] } })).toBe(false);
    expect(allows('adviceAwaited')).toBe(false);
  });
});

describe('the draft', () => {
  it('leaves with a quality check, or with the reason of somebody who may release it', () => {
    const leaves = (form: object, ...actorMay: ('qa.release' | 'decision.make')[]) =>
      allows('qualityChecked', { form, facts: { actorMay } });
    expect(leaves({ qualityCheck: 'done' })).toBe(true);
    expect(leaves({ qualityCheck: 'not_done' }, 'qa.release')).toBe(false);
    expect(leaves({ releaseReason: 'The last day in law' }, 'qa.release')).toBe(true);
    expect(leaves({ releaseReason: 'The last day in law' }, 'decision.make')).toBe(false);
    expect(allows('qualityChecked', { form: { releaseReason: 'The last day in law' } })).toBe(
      false,
    );
  });

  it('stays fifteen days with the family, the day it came included, unless it has finished', () => {
    const on = (day: string, form = {}) => ({
      on: day,
      form,
      remembers: { draftServedOn: '2027-01-13' },
    });
    expect(allows('familyFinished', on('2027-01-27'))).toBe(false);
    expect(allows('familyFinished', on('2027-01-28'))).toBe(true);
    expect(allows('familyFinished', on('2027-01-14', { finished: true }))).toBe(true);
    expect(allows('familyFinished', on('2027-01-14', { finished: false }))).toBe(false);
    expect(words('familyFinished', on('2027-01-14'))).toContain('Wednesday 27 January 2027');
    expect(missing('familyFinished', on('2027-01-14'))).toEqual([
      expect.objectContaining({ what: expect.stringContaining('27 January') as string }),
    ]);
  });
});

describe('consulting schools', () => {
  const asked = [
    { urn: '199020', repliedOn: null },
    { urn: '199021', repliedOn: '2027-01-20' },
    { urn: '199025', repliedOn: null },
  ];
  const passed = (...codes: string[]): Situation => ({
    facts: { passed: codes },
    remembers: { consulted: asked },
  });

  it('ends when each school has answered, or has had its own fifteen days', () => {
    expect(allows('linesSettled', { remembers: { consulted: asked } })).toBe(false);
    expect(allows('linesSettled', passed('consult_due:199020'))).toBe(false);
    expect(allows('linesSettled', passed('consult_due:199020', 'consult_due:199025'))).toBe(true);
    expect(allows('linesSettled', passed('consult_due:199020', 'consult_due:199021'))).toBe(false);
    expect(allows('linesSettled')).toBe(true);
  });

  it('counts the schools that are left, and names each', () => {
    expect(words('linesSettled', passed())).toBe(
      'Two of the schools asked have neither answered nor had 15 days',
    );
    expect(words('linesSettled', passed('consult_due:199020'))).toMatch(/^One .* has neither/);
    expect(missing('linesSettled', passed('consult_due:199020'))).toEqual([
      {
        what: 'The answer of the school with number 199025',
        who: 'The school',
        byEvent: 'CONSULTATION_REPLY',
      },
    ]);
  });

  it('takes the answer of a school that was asked', () => {
    const answer = (setting?: string) =>
      allows('consultedSetting', { form: { setting }, remembers: { consulted: asked } });
    expect([answer('199021'), answer('199099'), answer()]).toEqual([true, false, true]);
    expect(allows('consultedSetting', { form: { setting: '199020' } })).toBe(false);
  });

  it('begins once the family has the draft', () => {
    const at = (work: string) => allows('consultingStage', { at: { work } });
    expect(['draft_issued', 'finalising'].map(at)).toEqual([true, true]);
    expect(['advice', 'final_issued'].map(at)).toEqual([false, false]);
  });

  it('is over before section I names a school; a type of setting needs none', () => {
    const named = (form: object, consultation: string) =>
      allows('settingSettled', { form, at: { consultation } });
    expect(named({ named: 'school' }, 'complete')).toBe(true);
    expect(named({ named: 'school' }, 'open')).toBe(false);
    expect(named({ named: 'type' }, 'open')).toBe(true);
    expect(named({}, 'open')).toBe(false);
  });
});

describe('an exception to the law’s limits', () => {
  const claim = (form: object): Situation => ({ form, remembers: { receivedOn: '2026-06-01' } });
  const holds = (form: object) => allows('dateTestPassed', claim(form));
  const why = (form: object) => words('dateTestPassed', claim(form));
  const closure = {
    category: 'school_closed',
    adviceRequestedOn: '2026-07-20',
    schoolClosedFrom: '2026-07-22',
    schoolReopens: '2026-09-01',
  };
  const away = { category: 'absent', absentFrom: '2026-07-01', absentTo: '2026-07-28' };

  it.each(['adviceRequestedOn', 'schoolClosedFrom', 'schoolReopens'])(
    'for a closed school wants three days: %s is one',
    (day) => {
      expect(holds(closure)).toBe(true);
      expect(holds({ ...closure, [day]: undefined })).toBe(false);
      expect(why({ ...closure, [day]: undefined })).toContain('Give the day');
    },
  );

  it('is not for a school that reopens before it closes, or on the same day', () => {
    for (const schoolReopens of ['2026-07-21', '2026-07-22'])
      expect(why({ ...closure, schoolReopens })).toContain('must reopen after');
    expect(why({ ...closure, schoolReopens: '2026-07-23' })).toContain('1 days');
    expect(holds({ ...closure, schoolReopens: '2026-07-22' })).toBe(false);
  });

  it('for a child away counts four weeks, both days included, inside the time limit', () => {
    expect(holds(away)).toBe(true);
    expect(holds({ ...away, absentTo: '2026-07-27' })).toBe(false);
    expect(holds({ ...away, absentFrom: '2026-05-18', absentTo: '2026-06-15' })).toBe(false);
    expect(holds({ ...away, absentFrom: '2026-09-22', absentTo: '2026-10-19' })).toBe(true);
    expect(holds({ ...away, absentFrom: '2026-09-23', absentTo: '2026-10-20' })).toBe(false);
  });

  it('wants both days away, in their order', () => {
    for (const day of ['absentFrom', 'absentTo']) {
      expect(holds({ ...away, [day]: undefined })).toBe(false);
      expect(why({ ...away, [day]: undefined })).toBe('Give the first and the last day away');
    }
    const turned = { ...away, absentTo: '2026-06-30' };
    expect([holds(turned), why(turned)]).toEqual([
      false,
      'The last day away must not be before the first',
    ]);
    expect(why({ ...away, absentTo: away.absentFrom })).toContain('1 day in a row');
  });

  it.each([
    ['exceptional_circumstances', { because: 'A bereavement stopped the assessment' }, 'Workload'],
    ['missed_appointment', { appointmentOn: '2026-07-03' }, 'date of the missed appointment'],
  ])('for %s wants it said', (category, answer, said) => {
    expect(holds({ category, ...answer })).toBe(true);
    expect(holds({ category })).toBe(false);
    expect(why({ category })).toContain(said);
  });

  it('is one that the law knows', () => {
    expect(holds({ category: 'panel_full', because: 'No room' })).toBe(false);
    expect(why({})).toBe('Select one of the reasons that the law knows');
    expect(allows('groundInLaw', { form: { category: 'absent' } })).toBe(true);
    expect(allows('groundInLaw')).toBe(false);
    expect(missing('dateTestPassed', claim({}))).toEqual([
      expect.objectContaining({ what: why({}) }),
    ]);
  });
});

describe('the end of the work', () => {
  it('waits for mediation or an appeal', () => {
    expect(allows('noDispute', { at: { dispute: 'none' } })).toBe(true);
    expect(allows('noDispute', { at: { dispute: 'open' } })).toBe(false);
    expect(missing('noDispute').map(({ byEvent }) => byEvent)).toEqual(['DISPUTE_CLOSED']);
  });

  it('waits for the time to appeal', () => {
    expect(allows('appealWindowPassed', { facts: { passed: ['appeal_window'] } })).toBe(true);
    expect(allows('appealWindowPassed', { facts: { passed: ['consult'] } })).toBe(false);
    expect(allows('appealWindowPassed')).toBe(false);
  });
});
