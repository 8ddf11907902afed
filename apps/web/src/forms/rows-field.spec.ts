import { z } from 'zod';
import { choice, day, group, money, rows, text, whole } from '../../../../libs/pathways/src/fields';
import { Views } from '../frame/views';
import { asTyped } from './as-typed';
import { eventForm, readAnswers, withProblems } from './event-form';
import { fieldsOf } from '@app/pathways';
import { startingRows } from './rows-field';

const payload = z.strictObject({
  lines: rows(
    'Lines of the package',
    {
      provider: text('Provider'),
      kind: choice('Kind', { tuition: 'Tuition', therapy: 'Therapy' }).optional(),
      hours: whole('Hours a week', 1, 40),
      cost: group('Price', { weekly: money('Pounds a week') }),
      endsOn: day('Ends on').optional(),
    },
    { each: 'Line', min: 1, max: 4, startWith: [{ kind: 'tuition' }] },
  ),
  note: text('Note').optional(),
});
const definition = { title: 'Propose a package', payload };
const today = '2027-01-12';
const when = { 'occurredOn-day': '12', 'occurredOn-month': '1', 'occurredOn-year': '2027' };
const line = (at: number, cells: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ provider: 'Fen Tutors', hours: '5', 'cost.weekly': '1,250.50', ...cells }).map(
      ([name, value]) => [`lines.${at}.${name}`, value],
    ),
  );
const empty = (at: number) =>
  line(at, { provider: ' ', hours: '', 'cost.weekly': '', 'endsOn-day': '' });
const read = (body: object) => readAnswers(payload, { ...when, ...body }, { today });
const shown = (body?: object) =>
  eventForm({
    definition,
    action: '/x',
    today,
    ...(body && { answers: read(body) }),
    values: startingRows(payload),
  });
const partsOf = (body?: object) =>
  shown(body).fields.flatMap((field) => (field.kind === 'rows' ? field.parts : []));
const htmlOf = (body?: object) =>
  new Views().render('forms/event', {
    form: shown(body),
    problems: shown(body).problems,
    csrf: () => '',
    frame: { asset: String, navigation: [] },
  });

describe('reading rows', () => {
  it('makes an array of objects, with money in pence and groups inside', () => {
    expect(
      read({ ...line(0), ...line(1, { provider: 'Art Barn', kind: 'therapy' }) }),
    ).toMatchObject({
      problems: [],
      payload: {
        lines: [
          { provider: 'Fen Tutors', hours: 5, cost: { weekly: 125_050 } },
          { provider: 'Art Barn', kind: 'therapy', hours: 5, cost: { weekly: 125_050 } },
        ],
      },
    });
  });

  it('drops empty rows and moves the others up', () => {
    const answers = read({ ...empty(0), ...line(1), ...empty(2), ...line(3, { hours: '41' }) });
    expect(answers.payload['lines']).toHaveLength(2);
    expect(answers.typed).toHaveProperty(['lines.1.hours'], '41');
    expect(Object.keys(answers.typed).filter((name) => /^lines\.[23]/.test(name))).toEqual([]);
  });

  it.each([
    [{ provider: '' }, 'lines-1-provider', 'Line 2: Enter provider'],
    [{ hours: 'many' }, 'lines-1-hours', 'Line 2: Hours a week: enter a whole number from 1 to 40'],
    [{ hours: '41' }, 'lines-1-hours', 'Line 2: Hours a week: enter 40 or less'],
    [
      { 'cost.weekly': '12.345' },
      'lines-1-cost-weekly',
      'Line 2: Pounds a week: enter an amount in pounds, like 1,250 or 1,250.50',
    ],
    [
      { 'cost.weekly': '-5' },
      'lines-1-cost-weekly',
      'Line 2: Pounds a week: enter an amount in pounds, like 1,250 or 1,250.50',
    ],
    [{ kind: 'hacked' }, 'lines-1-kind', 'Line 2: Select kind'],
    [
      { 'endsOn-day': '31', 'endsOn-month': '2', 'endsOn-year': '2027' },
      'lines-1-endsOn-day',
      'Line 2: Ends on: enter a real date, like 27 3 2026',
    ],
  ])(
    'answers %j in words, at the cell, although an empty row stood before it',
    (cells, field, words) => {
      const body = { ...line(0), ...empty(1), ...line(2, cells) };
      expect(read(body).problems).toEqual([{ field, text: words }]);
    },
  );

  it('says how many are wanted', () => {
    expect(read(empty(0)).problems).toEqual([
      { field: 'lines', text: 'Lines of the package: fill in at least 1' },
    ]);
    const five = Object.assign({}, ...[0, 1, 2, 3, 4].map((at) => line(at))) as object;
    expect(read(five).problems).toEqual([
      { field: 'lines', text: 'Lines of the package: fill in 4 or fewer' },
    ]);
  });

  it('takes no notice of rows that no form of ours has', () => {
    const answers = read({ ...line(0), 'lines.x.provider': 'A', 'lines.99999.provider': 'B' });
    expect(answers.problems).toEqual([]);
    expect(answers.payload['lines']).toHaveLength(1);
  });

  it('gives what the door found wrong to the cell as well', () => {
    const both = withProblems(payload, read({ ...line(0), ...line(1) }), [
      { path: ['lines', '1', 'cost', 'weekly'], message: 'Too dear' },
      { path: ['lines', '0'], message: 'This line is there twice' },
    ]);
    expect(both.problems).toEqual([
      { field: 'lines-1-cost-weekly', text: 'Line 2: Too dear' },
      { field: 'lines-0', text: 'Line 1: This line is there twice' },
    ]);
  });

  it('takes back what it shows', () => {
    const lines = [{ provider: 'Fen Tutors', hours: 5, cost: { weekly: 2_850_000 } }];
    const typed = asTyped(fieldsOf(payload), { lines });
    expect(typed).toMatchObject({ 'lines.0.cost.weekly': '28500' });
    expect(read(typed).payload).toEqual({ lines });
  });
});

describe('the page of rows', () => {
  it('starts with the rows every case has, and two empty ones', () => {
    expect(partsOf()).toHaveLength(3);
    expect(htmlOf()).toMatch(
      /id="lines-0-kind" name="lines.0.kind" type="radio" value="tuition" checked/,
    );
  });

  it('keeps wrong numbers as they were typed, with the words at the cell and a link from the top', () => {
    const page = htmlOf({ ...line(0, { hours: 'lots', 'cost.weekly': '12 pounds' }) });
    expect(page).toContain('<a href="#lines-0-hours">Line 1: Hours a week: enter a whole number');
    expect(page).toMatch(/id="lines-0-hours"[^>]* value="lots"/);
    expect(page).toMatch(/id="lines-0-cost-weekly"[^>]* value="12 pounds"/);
    expect(page).toContain('id="lines-0-hours-error"');
  });

  it('draws one more part when it is asked to, judges nothing and keeps everything typed', () => {
    const body = { ...line(0, { hours: 'lots' }), ...empty(1), ...empty(2), another: 'lines' };
    const answers = read(body);
    expect(answers).toMatchObject({ asksForRow: true, problems: [] });
    expect(partsOf(body)).toHaveLength(4);
    expect(htmlOf(body)).toMatch(/id="lines-0-hours"[^>]* value="lots"/);
  });

  it('offers no more than there may be', () => {
    const button = 'name="another" value="lines" formaction="#lines-';
    expect(htmlOf()).toContain(`${button}3"`);
    expect(htmlOf({ ...line(0), ...line(1), ...line(2), ...line(3) })).not.toContain(button);
    expect(partsOf({ ...line(0), ...line(1), ...line(2), ...line(3) })).toHaveLength(4);
  });

  it('is sent, not drawn again, by Enter: its first button is the one that records', () => {
    expect(/<form[\s\S]*?<button([^>]*)>/.exec(htmlOf())?.[1]).not.toContain('another');
  });

  it('takes another button of the same name for nothing', () => {
    expect(read({ ...line(0), another: 'somethingElse' }).asksForRow).toBe(false);
  });
});
