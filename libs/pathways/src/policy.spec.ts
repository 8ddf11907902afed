import { dueOf, storyOf } from '../testing/story';
import { advance, begin } from './advance';
import { clocksInForce } from './clock-settings';
import { NotAllowedNow, type Pathway, pathwayNamed, pathways, settingIn, settingsOf } from '.';
import { inForce, type PolicyOverlay } from './policy';
import { settingRefused } from './settings';
import { y6Policy } from './y6-transition/policy';

const y6 = pathwayNamed('y6_transition');
const MONDAY = '2026-11-09';
const set = (numbers: Record<string, number>, version = 1): PolicyOverlay => ({ version, numbers });

/** A case of the pathway that began under these settings. */
function begun(pathway: Pathway, policy?: PolicyOverlay, payload: object = {}) {
  const facts = policy ? { policy } : {};
  return storyOf(pathway, MONDAY).next(undefined, [pathway.opensWith, payload, MONDAY, facts]);
}

const settingNamed = (key: string, pathway = y6) =>
  settingsOf(pathway).find((it) => it.key === key)!;

function wordsOfRefusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons.map(({ text }) => text).join('; ');
    throw error;
  }
  return '';
}

describe('the numbers that count for a case', () => {
  it('are the usual ones where the council has set nothing', () => {
    expect(inForce(y6Policy, {})).toBe(y6Policy);
    expect(begun(y6).state.context).not.toHaveProperty('policy');
  });

  it('are those of the council where it has set them, and the usual ones elsewhere', () => {
    const policy = set({ threshold: 40, 'sustained.attendance': 85 });
    expect(inForce(y6Policy, { policy })).toEqual({
      ...y6Policy,
      threshold: 40,
      sustained: { ...y6Policy.sustained, attendance: 85 },
    });
  });

  it('are remembered by the case from its opening on, whatever happens to it', () => {
    const policy = set({ threshold: 40 });
    const { next } = storyOf(y6, MONDAY);
    const scored = [
      ['SCREENING_STARTED'],
      ['CONSENT_GIVEN'],
      ['SCORE_CONFIRMED', { tvs: 41, completeness: 80 }],
    ] as const;
    const after = scored.reduce(next, begun(y6, policy));
    expect(after.state.value['work']).toBe('moderation');
    expect(after.state.context['policy']).toBe(policy);
    expect(after.state.context['tvs']).toBe(41);
  });
});

describe('a guard', () => {
  const confirmed = (policy: PolicyOverlay | undefined, payload: object) => {
    const { next } = storyOf(y6, MONDAY);
    const screening = next(begun(y6, policy), ['SCREENING_STARTED']);
    return () => next(screening, ['SCORE_CONFIRMED', payload]);
  };

  it('judges by the numbers of its case, and so two cases can end differently on the same day', () => {
    const answers = { tvs: 37, completeness: 80 };
    expect(confirmed(undefined, answers)().state.value['work']).toBe('moderation');
    expect(confirmed(set({ threshold: 40 }), answers)().state.value['work']).toBe(
      'universal_offer',
    );
  });

  it('says the number that it asks for', () => {
    const answers = { tvs: 37, completeness: 65 };
    expect(wordsOfRefusal(confirmed(set({ completeness: 70 }), answers))).toContain(
      'needs at least 70 per cent',
    );
    expect(wordsOfRefusal(confirmed(undefined, answers))).toBe('');
  });
});

describe('a time limit of the council’s own', () => {
  it('is a setting by the name of its clock', () => {
    expect(settingNamed('clock.screen_sla')).toMatchObject({ usual: 10, unit: 'school days' });
    expect(dueOf(begun(y6), 'screen_sla')).toBe('2026-11-23');
    expect(dueOf(begun(y6, set({ 'clock.screen_sla': 4 })), 'screen_sla')).toBe('2026-11-13');
  });

  it('counts back where it counted back before', () => {
    expect(settingNamed('clock.handover_due')).toMatchObject({
      usual: 20,
      unit: 'school days before',
    });
    const rules = clocksInForce(y6.clocks, { policy: set({ 'clock.handover_due': 7 }) });
    expect(rules.find(({ code }) => code === 'handover_due')?.limit).toEqual({
      unit: 'SD',
      n: -7,
    });
  });

  it('can differ for one of its starts', () => {
    const policy = set({ 'clock.accept_timeout.AGREEMENT_TIMEOUT': 3 });
    const rule = clocksInForce(y6.clocks, { policy }).find(({ code }) => code === 'accept_timeout');
    expect(rule?.limit).toMatchObject({ n: 15 });
    expect(rule?.starts[1]?.limit).toMatchObject({ n: 3 });
  });

  it('says where its number comes from', () => {
    const rules = clocksInForce(y6.clocks, { policy: set({ 'clock.screen_sla': 4 }, 7) });
    expect(rules.find(({ code }) => code === 'screen_sla')?.source).toBe(
      'Council settings, version 7: 4 school days',
    );
    expect(rules.find(({ code }) => code === 'exit_sla')?.source).toBe('Local aim: 10 school days');
  });

  it('ends what must end with it on the same day', () => {
    const hd = pathwayNamed('hd_referral');
    const policy = set({ 'clock.return_hold_end': 3 });
    const state = begun(hd, policy).state;
    const leaving = {
      value: { ...state.value, work: 'exit_review' },
      context: { ...state.context, share: 80, holdsPlace: true },
    };
    const event = { ...hd.events['EXIT_MAINSTREAM'], type: 'EXIT_MAINSTREAM', occurredOn: MONDAY };
    const { instructions } = advance(hd, leaving, {
      type: event.type,
      occurredOn: MONDAY,
      payload: event.example!,
      facts: { openActions: [], ...event.exampleFacts },
    });
    const held = { unit: 'SD', n: 3, roll: true };
    expect(instructions).toContainEqual({ type: 'place.release', after: held });
    expect(instructions).toContainEqual(
      expect.objectContaining({
        due: held,
        why: 'The place was kept for 3 school days after the return to mainstream.',
      }),
    );
  });
});

describe.each(pathways)('the settings of $name', (pathway) => {
  const settings = settingsOf(pathway);

  it('have keys of their own, words, and usual numbers that would be taken', () => {
    expect(new Set(settings.map(({ key }) => key)).size).toBe(settings.length);
    expect(settings.filter(({ label, unit }) => !label || !unit)).toEqual([]);
    expect(settings.map((one) => settingRefused(one, one.usual))).toEqual(
      settings.map(() => undefined),
    );
  });

  it('never touch a limit of law or guidance', () => {
    const all = Object.fromEntries(settings.map(({ key, most }) => [key, most]));
    const rules = clocksInForce(pathway.clocks, { policy: set(all) });
    const fixed = (rule: (typeof rules)[number]) => rule.basis !== 'local' || Boolean(rule.rule);
    expect(rules.filter(fixed)).toEqual(pathway.clocks.filter(fixed));
  });
});

it('leaves the sixth school day of an exclusion as the law has it', () => {
  const s19 = pathwayNamed('s19_request');
  const keys = settingsOf(s19).map(({ key }) => key);
  expect(keys).toContain('clock.s19_start');
  expect(keys.filter((key) => key.startsWith('clock.s19_start.'))).toEqual([]);
});

it.each([
  ['threshold', 0, 'from 1 to 100'],
  ['threshold', 101, 'from 1 to 100'],
  ['threshold', 35.5, 'enter a whole number'],
  ['threshold', Number.NaN, 'enter a number'],
  ['clock.screen_sla', -3, 'from 1 to 260'],
])('refuses %s %p in words', (key, n, words) => {
  expect(settingRefused(settingNamed(key), n)).toContain(words);
});

it('takes parts of one only where they have a meaning, and two decimal places at most', () => {
  const tie = settingNamed('functionTie', pathwayNamed('ebsna'));
  expect(settingRefused(tie, 1.15)).toBeUndefined();
  expect(settingRefused(tie, 1.155)).toContain('two decimal places');
});

it('gives the hard limits of a programme by the name of their setting', () => {
  expect(settingIn(y6, 'places', {})).toBe(32);
  expect(settingIn(y6, 'places', { policy: set({ places: 40 }) })).toBe(40);
  expect(() => settingIn(y6, 'plaices', {})).toThrow('has no setting plaices');
});

it('judges the opening itself by the settings of that day', () => {
  const ebsna = pathwayNamed('ebsna');
  const { example } = ebsna.events[ebsna.opensWith]!;
  const event = {
    type: ebsna.opensWith,
    occurredOn: MONDAY,
    payload: example,
    facts: { policy: set({ attendanceTarget: 80 }) },
  };
  expect(begin(ebsna, event).state.context['target']).toBe(80);
});
