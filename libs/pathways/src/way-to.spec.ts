import { isWords } from '../testing/is-words';
import { advance, begin, NotAllowedNow, pathwayNamed, pathways, type Reason } from '.';
import { wayTo } from './way-to';

const y6 = pathwayNamed('y6_transition');
const nominated = begin(y6, {
  type: 'NOMINATION_SUBMITTED',
  occurredOn: '2026-10-05',
  payload: y6.events['NOMINATION_SUBMITTED']!.example,
  facts: {},
}).state;

function refusal(type: string, payload: object = {}): readonly Reason[] {
  try {
    const facts = { identityKnown: true };
    advance(y6, nominated, { type, occurredOn: '2026-10-06', payload: { ...payload }, facts });
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons;
    throw error;
  }
  throw new Error('It was allowed');
}

it('names the steps that come first, in order', () => {
  expect(wayTo(y6, nominated.value, 'PANEL_DECLINED')).toEqual([
    'SCREENING_STARTED',
    'SCORE_CONFIRMED',
  ]);
  expect(wayTo(y6, nominated.value, 'SCREENING_STARTED')).toEqual([]);
  expect(wayTo(y6, nominated.value, 'CASE_VOIDED')).toEqual([]);
});

it('prefers the step that is hoped for, and never leads through an ending', () => {
  expect(wayTo(y6, nominated.value, 'HANDOVER_HELD')).toEqual([
    'SCREENING_STARTED',
    'SCORE_CONFIRMED',
    'PANEL_ACCEPTED',
    'AGREEMENT_CONFIRMED',
    'BASELINE_COMPLETED',
  ]);
});

it('knows no way back to what is over', () => {
  const screening = { ...nominated.value, work: 'screening' };
  expect(wayTo(y6, screening, 'SCREENING_STARTED')).toBeUndefined();
});

it('tells the steps with who takes each, and the form that takes it', () => {
  const [reason] = refusal('PANEL_DECLINED', { reason: 'Enough is done' });
  expect(reason!.text).toContain(
    'First: “Start screening”, then “Confirm the vulnerability score”.',
  );
  expect(reason!.missing).toEqual([
    { what: 'Start screening', who: 'Transition support worker', byEvent: 'SCREENING_STARTED' },
    {
      what: 'Confirm the vulnerability score',
      who: 'Transition support worker',
      byEvent: 'SCORE_CONFIRMED',
    },
  ]);
});

it('tells a long way by its first steps', () => {
  const [reason] = refusal('EXIT_SETTLED');
  expect(reason!.text).toMatch(/First: “Start screening”, then .+, then \d+ more steps\.$/);
});

describe.each(pathways)('$name', (pathway) => {
  const states = Object.entries(pathway.machine.root.states as Record<string, { states: object }>);
  const open = Object.keys(pathway.copy.states['work'] ?? {});
  const first = Object.fromEntries(
    states.map(([region, node]) => [region, Object.keys(node.states)[0]!]),
  );

  it('says only steps that it has, from everywhere', () => {
    for (const work of open)
      for (const type of Object.keys(pathway.events))
        for (const step of wayTo(pathway, { ...first, work }, type) ?? [])
          expect(isWords(pathway.events[step]?.title ?? '')).toBe(true);
  });
});
