import { pathwayNamed } from '..';
import { guardsOf, type Situation } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('hd_referral'));

describe('the referral form', () => {
  const form = {
    exclusion: 'none',
    mainNeed: 'semh',
    needs: 'Needs a small group',
    strategies: ['A key adult'],
    childView: 'Likes mornings',
    familyView: 'Agrees',
  };

  it.each([
    ['exclusion', 'whether there is an exclusion'],
    ['mainNeed', 'the main need'],
    ['needs', 'the needs'],
    ['strategies', 'what has been tried'],
    ['childView', 'the child’s view, or how it was sought'],
    ['familyView', 'the family’s view, or how it was sought'],
  ])('asks for its %s, and names nothing else', (field, what) => {
    const partly = { form: { ...form, [field]: undefined } };
    expect(allows('requiredFields', { form })).toBe(true);
    expect(allows('requiredFields', partly)).toBe(false);
    expect(words('requiredFields', partly)).toBe(`The referral still needs: ${what}`);
    expect(missing('requiredFields', partly)).toEqual([{ what, who: 'The home school' }]);
  });

  it('wants at least one thing that was tried', () => {
    for (const strategies of [[], 'A key adult'])
      expect(allows('requiredFields', { form: { ...form, strategies } })).toBe(false);
    expect(words('requiredFields')).toContain('the main need, the needs');
  });

  it.each([
    [{ pexRisk: true }, { pexRisk: false }, true],
    [{ pexRisk: false }, { pexRisk: true }, false],
    [{}, { pexRisk: true }, true],
    [{}, {}, false],
  ])('hears of a risk of exclusion on the form %j, else from the case %j', (form, case_, risk) => {
    const asked = { form, remembers: case_ };
    expect(allows('pexRisk', asked)).toBe(risk);
    expect(allows('noPexRisk', asked)).toBe(!risk);
  });

  it('knows its unit from the form or from the case', () => {
    expect(allows('unitNamed', { form: { unitUrn: '199020' } })).toBe(true);
    expect(allows('unitNamed', { remembers: { unitUrn: '199020' } })).toBe(true);
    expect(allows('unitNamed')).toBe(false);
  });
});

describe('a place', () => {
  const inUnit = (placeVacant?: boolean, matchOk?: boolean, onForm?: boolean): Situation => ({
    facts: { placeVacant, matchOk },
    form: { matchOk: onForm },
  });

  it('is free only when the records say so', () => {
    expect([true, false, undefined].map((it) => allows('placeVacant', inUnit(it)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    [true, false, true],
    [false, true, false],
    [undefined, true, true],
    [undefined, false, false],
    [undefined, undefined, true],
  ])('fits by the matching sheet (%s), else by the form (%s)', (sheet, form, fits) => {
    expect(allows('matchOk', inUnit(true, sheet, form))).toBe(fits);
  });

  it('is waited for where none is free or where the child does not fit', () => {
    expect(allows('noPlaceOrNoMatch', inUnit(true, true))).toBe(false);
    expect(allows('noPlaceOrNoMatch', inUnit(false, true))).toBe(true);
    expect(allows('noPlaceOrNoMatch', inUnit(true, false))).toBe(true);
    expect(missing('noPlaceOrNoMatch').map(({ byEvent }) => byEvent)).toEqual(['PANEL_OFFER']);
  });

  it('goes to the first on the list', () => {
    const first = (topOfList?: boolean) => allows('topOfList', { facts: { topOfList } });
    expect([first(true), first(false), first()]).toEqual([true, false, false]);
  });

  it.each(['placeVacant', 'topOfList', 'noPlaceOrNoMatch'])(
    'is looked up once the form names the unit, so %s blocks no button before',
    (guard) => {
      expect(pathwayNamed('hd_referral').guards[guard]).toMatchObject({ aboutAnswer: true });
    },
  );

  it('is decided after one delay at most', () => {
    const left = (deferrals?: number) => allows('deferralsUnder1', { remembers: { deferrals } });
    expect([left(), left(0), left(1)]).toEqual([true, true, false]);
  });

  it.each([
    [undefined, false],
    [1, false],
    [2, true],
    [3, true],
  ])('left the child out %s times, so this is the third: %s', (skips, third) => {
    expect(allows('thirdSkip', { remembers: { skips } })).toBe(third);
    expect(allows('skipsUnder3', { remembers: { skips } })).toBe(!third);
  });

  it('is answered within one longer time', () => {
    for (const extended of [true, false]) {
      expect(allows('extended', { remembers: { extended } })).toBe(extended);
      expect(allows('notExtended', { remembers: { extended } })).toBe(!extended);
    }
  });

  it('is taken with the family’s agreement', () => {
    const agreed = (consent: string) => allows('agreementGiven', { at: { consent } });
    expect([agreed('given'), agreed('requested'), allows('agreementGiven')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is signed for by the home school, or by the chair after a permanent exclusion', () => {
    const chair = { actorMay: ['chair.approve'] } as const;
    const after = (exclusion: string, form: object, facts: Situation['facts']) =>
      allows('homeSchoolSigns', { form, facts, remembers: { exclusion } });
    const waived = { chairWaives: true };
    expect(after('none', { homeSchoolSigns: true }, {})).toBe(true);
    expect(after('issued', waived, chair)).toBe(true);
    expect(after('issued', waived, { actorMay: [] })).toBe(false);
    expect(after('issued', waived, {})).toBe(false);
    expect(after('issued', {}, chair)).toBe(false);
    expect(after('intended', waived, chair)).toBe(false);
  });
});

describe('the stay', () => {
  it.each([
    ['plan_names', true],
    ['tribunal', true],
    ['assessment', false],
    ['plan_amended', false],
    [undefined, false],
  ])('ends elsewhere only by a named setting: %s', (ehcRoute, yes) => {
    expect(allows('settingNamed', { form: { ehcRoute } })).toBe(yes);
  });

  it('holds each step for two weeks', () => {
    const step = (on: string): Situation => ({ on, remembers: { stepSince: '2026-12-02' } });
    expect(allows('stepHeld', step('2026-12-15'))).toBe(false);
    expect(allows('stepHeld', step('2026-12-16'))).toBe(true);
    expect(allows('stepHeld')).toBe(true);
    expect(words('stepHeld', step('2026-12-03'))).toContain('Wednesday 16 December 2026');
  });

  it('takes a step with one serious incident at most', () => {
    const few = (incidents?: number) => allows('incidentsLow', { form: { incidents } });
    expect([few(), few(1), few(2)]).toEqual([true, true, false]);
  });

  it.each([
    [0, 'no serious incident'],
    [1, 'no more than one serious incident'],
    [2, 'no more than 2 serious incidents'],
  ])('takes a step with as few serious incidents as the council has set: %s', (most, said) => {
    const policy = { version: 1, numbers: { incidentsAllowed: most } };
    const step = (incidents: number) => ({ form: { incidents }, remembers: { policy } });
    expect(allows('incidentsLow', step(most))).toBe(true);
    expect(allows('incidentsLow', step(most + 1))).toBe(false);
    expect(words('incidentsLow', step(most + 1))).toContain(`needs ${said} at this step`);
  });

  it.each([
    [undefined, false],
    [0, false],
    [1, true],
    [2, true],
  ])('had %s steps back, so one more calls for a review: %s', (stepBacks, again) => {
    expect(allows('stepBackAgain', { remembers: { stepBacks } })).toBe(again);
    expect(allows('firstStepBack', { remembers: { stepBacks } })).toBe(!again);
  });

  it('comes to its exit review at 80 per cent of mainstream lessons', () => {
    const at = (share?: number) => allows('mainstreamShare80', { remembers: { share } });
    expect([at(80), at(79), at()]).toEqual([true, false, false]);
    expect(words('mainstreamShare80', { remembers: { share: 60 } })).toContain('60 per cent');
    expect(words('mainstreamShare80')).toContain('for 0 per cent');
    expect(missing('mainstreamShare80').map(({ byEvent }) => byEvent)).toEqual(['STEP_UP']);
  });
});

describe('the return to mainstream', () => {
  const criteria = {
    weeksAtShare: 4,
    incidents: 1,
    attendance: 90,
    goals: 0,
    planSigned: true,
    viewsHeard: true,
  };

  it.each([
    ['weeksAtShare', 3, '4 weeks with 80 per cent mainstream or more'],
    ['weeksAtShare', undefined, '4 weeks with 80 per cent mainstream or more'],
    ['incidents', 2, 'no more than one serious incident in 4 weeks'],
    ['incidents', undefined, 'no more than one serious incident in 4 weeks'],
    ['attendance', 89.9, 'attendance of 90 per cent'],
    ['attendance', undefined, 'attendance of 90 per cent'],
    ['goals', -0.1, 'goals at 0 or better on average'],
    ['goals', undefined, 'goals at 0 or better on average'],
    ['planSigned', false, 'the school’s signed plan for the return'],
    ['viewsHeard', undefined, 'the views of child and family'],
  ])('wants %s better than %s, and says what is wanted', (field, answer, what) => {
    const partly = { form: { criteria: { ...criteria, [field]: answer } } };
    expect(allows('exitCriteriaMet', { form: { criteria } })).toBe(true);
    expect(allows('exitCriteriaMet', partly)).toBe(false);
    expect(words('exitCriteriaMet', partly)).toBe(`Not ready yet. Still wanted: ${what}`);
    expect(missing('exitCriteriaMet', partly)).toEqual([{ what, who: 'The unit and the school' }]);
  });

  it('is not ready where nothing was said', () => {
    expect(missing('exitCriteriaMet')).toHaveLength(6);
    expect(words('exitCriteriaMet')).toContain('average; the school');
  });
});
