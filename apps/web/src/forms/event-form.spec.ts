import { z } from 'zod';
import { area, choice, day } from '../../../../libs/pathways/src/fields';
import { Views } from '../frame/views';
import { eventForm, readAnswers, withProblems } from './event-form';

const payload = z.strictObject({
  reasons: area('Reasons', 'The family will read this'),
  by: choice('Who asked', { parent: 'A parent', school: 'The school' }).optional(),
  seenOn: day('Seen on').optional(),
});
const definition = { title: 'Record a request', verb: 'Record the request', payload };
const today = '2027-01-12';
const when = (dayTyped: string, month: string, year: string) => ({
  'occurredOn-day': dayTyped,
  'occurredOn-month': month,
  'occurredOn-year': year,
});
const answers = (body: object, mayBackdate = false) =>
  readAnswers(
    payload,
    { reasons: 'Because', ...when('12', '1', '2027'), ...body },
    { today, mayBackdate },
  );

describe('the answers to an event form', () => {
  it('are ready for the door', () => {
    expect(answers({ expectedVersion: '7', commandKey: 'a1b2c3d4-e5f6' })).toMatchObject({
      payload: { reasons: 'Because' },
      occurredOn: today,
      expectedVersion: 7,
      commandKey: 'a1b2c3d4-e5f6',
      problems: [],
    });
  });

  it('leave out a version and a key that no form of ours sends', () => {
    expect(answers({ expectedVersion: '-1', commandKey: "x' OR 1=1" })).toMatchObject({
      expectedVersion: undefined,
      commandKey: undefined,
    });
  });

  it.each([
    [when('', '', ''), 'Enter the day it happened'],
    [when('13', '1', '2027'), 'The day it happened must be today or earlier'],
    [when('31', '2', '2026'), 'The day it happened: enter a real date, like 27 3 2026'],
    [
      when('12', '11', '2026'),
      'The day it happened must be 13 November 2026 or later. A manager can record what happened before that',
    ],
  ])('want a day that can be: %j', (typed, words) => {
    expect(answers(typed).problems).toEqual([{ field: 'occurredOn-day', text: words }]);
  });

  it('may go back further where a manager records them', () => {
    expect(answers(when('1', '3', '2026'), true)).toMatchObject({
      occurredOn: '2026-03-01',
      problems: [],
    });
  });

  it('take what the door found wrong onto the fields', () => {
    const both = withProblems(payload, answers({}), [
      { path: ['reasons'], message: 'Enter reasons' },
    ]);
    expect(both.problems).toEqual([{ field: 'reasons', text: 'Enter reasons' }]);
  });
});

describe('the page of an event', () => {
  const views = new Views();
  const html = (form: object) =>
    views.render('forms/event', {
      form,
      csrf: () => '',
      frame: { asset: String, navigation: [] },
      problems: [],
    });

  it('asks each question once, the day last and set to today, and marks the optional ones', () => {
    const form = eventForm({ definition, action: '/cases/EHC-1/do/x', today, expectedVersion: 3 });
    expect(form.fields.map(({ label }) => label)).toEqual([
      'Reasons',
      'Who asked (optional)',
      'Seen on (optional)',
      'When did this happen?',
    ]);
    expect(form.submit).toBe('Record the request');
    expect(form.hidden).toContainEqual({ name: 'expectedVersion', value: '3' });
    expect(html(form)).toContain(
      'id="occurredOn-day" name="occurredOn-day" type="text" inputmode="numeric" autocomplete="off" value="12"',
    );
  });

  it('gives every form its own key, so that sending twice records once', () => {
    const key = () =>
      eventForm({ definition, action: '/x', today }).hidden.find(
        ({ name }) => name === 'commandKey',
      )?.value;
    expect(key()).not.toBe(key());
  });

  it('keeps everything typed, with the words of what is wrong beside it and linked from the top', () => {
    const form = eventForm({
      definition,
      action: '/x',
      today,
      answers: answers({
        reasons: '',
        by: 'school',
        'seenOn-day': '31',
        'seenOn-month': '2',
        'seenOn-year': '2026',
      }),
    });
    const page = views.render('forms/event', {
      form,
      problems: form.problems,
      csrf: () => '',
      frame: { asset: String, navigation: [] },
    });
    expect(page).toContain('<title>Error: Record a request - Causeway</title>');
    expect(page).toContain('<a href="#reasons">Enter reasons</a>');
    expect(page).toContain('<a href="#seenOn-day">Seen on: enter a real date, like 27 3 2026</a>');
    expect(page).toMatch(/id="seenOn-day"[^>]*value="31"/);
    expect(page).toMatch(/value="school" checked/);
    expect(page).toContain('aria-describedby="reasons-hint reasons-error"');
  });

  it('shows what was typed as text, whatever it is', () => {
    const typed = answers({ reasons: '<script>alert(1)</script>"\'{{ 7*7 }}' });
    const page = html(eventForm({ definition, action: '/x', today, answers: typed }));
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;{{ 7*7 }}');
  });
});
