import { someFacts } from '../test/some-facts';
import { noticeNamed } from './notices';

const RIGHTS = [
  'First-tier Tribunal',
  'Monday 7 December 2026',
  'mediation adviser',
  'certificate',
  'disagreement resolution',
  'SENDIASS',
];
const toFamily = (code: string, facts = {}) =>
  noticeNamed(code).words.family!(someFacts({ pathway: 'annual_review', ...facts })).body;

it.each(['N-57', 'N-61'])('%s tells the family every right it has', (code) => {
  for (const right of RIGHTS) expect(toFamily(code)).toContain(right);
});

it('names no right to appeal where a plan simply goes on', () => {
  expect(toFamily('N-57', { pathway: 'cessation' })).not.toContain('Tribunal');
});

it('says that a plan stays in force, and until when, before it says anything of its end', () => {
  expect(toFamily('N-61')).toContain('stays in force at least until Monday 7 December 2026');
  for (const code of ['N-59', 'N-60']) expect(toFamily(code)).toContain('The plan is in force');
});

it('gives the dates of the meeting, of the family’s views and of the final plan', () => {
  expect(toFamily('N-56')).toContain('The meeting is on Tuesday 3 November 2026');
  expect(toFamily('N-58')).toContain('That time ends on Friday 11 December 2026');
  expect(toFamily('N-58')).toContain('You will have the final plan by Friday 22 January 2027');
});
