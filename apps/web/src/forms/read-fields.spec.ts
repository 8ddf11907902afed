import { pathways } from '@app/pathways';
import { z } from 'zod';
import {
  area,
  choice,
  choices,
  day,
  decimal,
  group,
  lines,
  officer,
  school,
  text,
  whole,
  yesNo,
} from '../../../../libs/pathways/src/fields';
import { asTyped } from './as-typed';
import { fieldsOf } from '@app/pathways';
import { readFields } from './read-fields';

const OFFICER = '6b0f3d3e-0a51-4f7e-9d8b-0d6f4a2b1c3d';
const schema = z.strictObject({
  reasons: area('Reasons'),
  by: choice('Who asked', { parent: 'A parent', school: 'The school' }),
  needs: choices('Needs', { slcn: 'Speech', semh: 'Mental health' }),
  seenOn: day('Seen on').optional(),
  items: lines('Items', { min: 1, max: 3 }),
  visits: whole('Visits', 0, 40),
  share: decimal('Share', 0, 1).optional(),
  agreed: yesNo('Agreed'),
  officer: officer('Worker').optional(),
  school: school('School').optional(),
  note: text('Note').optional(),
  view: group('View', { text: area('What was said'), on: day('Said on').optional() }).optional(),
});
const good = {
  reasons: 'Because\r\nof this ',
  by: 'parent',
  needs: ['slcn', 'semh'],
  'seenOn-day': '27',
  'seenOn-month': '3',
  'seenOn-year': '2026',
  items: ' first \r\n\r\nsecond',
  visits: '1 2',
  share: '0.5',
  agreed: 'yes',
  note: '',
  _csrf: 'x',
  unknown: 'ignored',
};
const choicesGiven = {
  officers: [{ value: OFFICER, text: 'Kit' }],
  schools: [{ value: '199001', text: 'Fernhollow' }],
};
const read = (body: object) => readFields(schema, { ...good, ...body }, choicesGiven);
const problem = (body: object) => read(body).problems;

describe('reading a posted form', () => {
  it('makes the payload: dates joined, numbers read, blank optional answers left out, unknown names ignored', () => {
    expect(read({})).toEqual({
      problems: [],
      payload: {
        reasons: 'Because\nof this',
        by: 'parent',
        needs: ['slcn', 'semh'],
        seenOn: '2026-03-27',
        items: ['first', 'second'],
        visits: 12,
        share: 0.5,
        agreed: true,
      },
    });
  });

  it('takes one tick as a list of one', () => {
    expect(read({ needs: 'semh' }).payload).toMatchObject({ needs: ['semh'] });
  });

  it('reads a group by its path, and leaves an optional one out when nothing is typed in it', () => {
    expect(read({ 'view.text': 'It helps' }).payload).toMatchObject({ view: { text: 'It helps' } });
    expect(read({ 'view.text': ' ' }).payload).not.toHaveProperty('view');
    expect(problem({ 'view.on-day': '1', 'view.on-month': '1', 'view.on-year': '2026' })).toEqual([
      { field: 'view-text', text: 'Enter what was said' },
    ]);
  });

  it.each([
    [{ reasons: '   ' }, 'reasons', 'Enter reasons'],
    [{ reasons: 'x'.repeat(4001) }, 'reasons', 'Reasons: use 4,000 characters or fewer'],
    [{ by: 'nobody' }, 'by', 'Select who asked'],
    [{ by: undefined }, 'by', 'Select who asked'],
    [{ needs: undefined }, 'needs', 'Select needs'],
    [{ needs: ['slcn', 'hacked'] }, 'needs', 'Needs: this answer cannot be used'],
    [
      { 'seenOn-day': '31', 'seenOn-month': '2' },
      'seenOn-day',
      'Seen on: enter a real date, like 27 3 2026',
    ],
    [{ items: 'a\nb\nc\nd' }, 'items', 'Items: enter 3 or fewer'],
    [{ items: '' }, 'items', 'Items: enter at least 1, one on each line'],
    [{ items: `a\n${'x'.repeat(501)}` }, 'items', 'Items, line 2: this is too long'],
    [{ visits: 'many' }, 'visits', 'Visits: enter a whole number from 0 to 40'],
    [{ visits: '41' }, 'visits', 'Visits: enter 40 or less'],
    [{ visits: '1.5' }, 'visits', 'Visits: enter a whole number'],
    [{ visits: '1e3' }, 'visits', 'Visits: enter a whole number from 0 to 40'],
    [{ share: '2' }, 'share', 'Share: enter 1 or less'],
    [{ agreed: 'perhaps' }, 'agreed', 'Agreed: Select yes or no'],
    [{ officer: 'somebody-else' }, 'officer', 'Worker: choose from the list'],
    [{ school: '999999' }, 'school', 'School: choose from the list'],
    [{ note: 'x'.repeat(201) }, 'note', 'Note: use 200 characters or fewer'],
    [{ note: ['one', 'two'] }, 'note', 'Note: this was sent twice. Give one answer'],
    [{ note: { a: 1 } }, undefined, undefined],
  ])('answers %j in words, on its field', (body, field, words) => {
    expect(problem(body)).toEqual(field ? [{ field, text: words }] : []);
  });

  it('keeps one problem a field, in the order of the page', () => {
    const problems = problem({ reasons: '', visits: 'x', by: '' });
    expect(problems.map(({ field }) => field)).toEqual(['reasons', 'by', 'visits']);
  });
});

describe.each(pathways)('the forms of $name', ({ events }) => {
  it.each(Object.entries(events))(
    'of %s take their own example back from the page',
    (_type, { payload, example }) => {
      const typed = asTyped(fieldsOf(payload), example);
      const { problems, payload: again } = readFields(payload, typed);
      expect(problems).toEqual([]);
      expect(again).toEqual(payload.parse(again));
      for (const { name } of fieldsOf(payload))
        expect(again[name]).toEqual(payload.parse(example)[name]);
    },
  );
});
