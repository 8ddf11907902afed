import { plainDay } from '@app/statutory-calendar';
import { attendanceTitle } from '../attendance-shape';
import {
  type AgendaReason,
  type PackItem,
  type SchoolSubject,
  type ScoreFacts,
  type Subject,
} from '../models';
import { attendance, type Block, heading, list, section, table, text } from './paper';
import { actionTable, ehcSection, listOrNone } from './tables-and-sections';

export const subjectName = ({ name }: Subject) => name;

/** One item of a pack, on a page of its own. */
export function packItem(item: PackItem): Block[] {
  return [
    heading(2, `${item.number}. ${subjectName(item.subject)}`, true),
    text(`${item.startsAt}, ${item.minutes} minutes. ${item.kind}.`, 'quiet'),
    ...subjectLines(item.subject),
    ...(item.yourPart ? [text(item.yourPart, 'strong')] : []),
    ...(item.lateBecause ? [text(`Late item: ${item.lateBecause}`, 'strong')] : []),
    ...section('Why this is on the agenda', reasons(item.why)),
    ...(item.subject.kind === 'school' ? wholeSchool(item.subject) : aboutChild(item)),
    ...section(
      'Actions from last time',
      actionTable(`Actions for ${subjectName(item.subject)}`, item.lastActions),
    ),
    ...section(
      'Services involved',
      listOrNone(
        item.services.map(({ service, person }) => (person ? `${service}: ${person}` : service)),
        'None recorded.',
      ),
    ),
    ...(item.score ? section('How the score adds up', score(item.score)) : []),
  ];
}

/** Who the item is about, in one line. */
export function subjectLines(subject: Subject): Block[] {
  if (subject.kind === 'school') return [text('The whole school. No child is named.')];
  const { yearGroup, school, sen, flags } = subject;
  const where = [yearGroup, school].filter(Boolean).join(', ');
  return [text([where, sen, ...flags].map((part) => `${part}.`).join(' '))];
}

/** What a whole-school item is about. */
export function wholeSchool(school: SchoolSubject): Block[] {
  return [
    ...section('Concerns', listOrNone(school.concerns, 'None recorded.')),
    ...section('Support agreed', listOrNone(school.supportAgreed, 'None yet.')),
    ...section('Training offered', listOrNone(school.trainingOffered, 'None yet.')),
    ...(school.reviewOn ? section('Review', [text(plainDay(school.reviewOn))]) : []),
  ];
}

function aboutChild(item: PackItem): Block[] {
  const { attendance: figures, schoolAsks, tried, told = [], ehcQuestion } = item;
  return [
    ...(figures ? section(attendanceTitle(figures), [attendance(figures)]) : []),
    ...(figures === null
      ? section('Attendance', [text('No attendance figures have come from the school.')])
      : []),
    ...(schoolAsks !== undefined
      ? section('What the school asks for', [text(schoolAsks ?? 'The school has not said.')])
      : []),
    ...(tried
      ? section('What was tried', listOrNone(tried.map(triedWords), 'Nothing recorded.'))
      : []),
    ...told.flatMap(({ heading: title, text: words }) => section(title, [text(words)])),
    ...ehcSection(ehcQuestion),
  ];
}

const triedWords = ({ what, effect }: { what: string; effect?: string }) =>
  effect ? `${what}: ${effect}` : what;

function reasons(why: readonly AgendaReason[]): Block[] {
  if (why.every(({ rule, values, window }) => !rule && !values && !window))
    return why.length > 0 ? [list(why.map(({ text: reason }) => reason))] : [];
  return [
    table(
      'Reasons, with what was counted and when',
      [
        ['Reason', 38],
        ['Rule', 9],
        ['Counted', 25],
        ['When', 28],
      ],
      why.map(({ rule, text: reason, values, window }) => [
        reason,
        rule ?? '',
        values ?? '',
        window ?? '',
      ]),
    ),
  ];
}

function score(facts: ScoreFacts): Block[] {
  const hasWhy = facts.parts.some(({ because }) => because);
  const columns: readonly [string, number][] = [
    ['Part', 34],
    ['Points', 12],
  ];
  const rank = facts.rank ? `: ${facts.rank}` : '';
  return [
    text(`Score ${facts.total}${rank}. The score orders the list and decides nothing.`, 'quiet'),
    table(
      'How the score adds up',
      hasWhy ? [...columns, ['Because', 54]] : columns,
      facts.parts.map(({ label, points, because }) => [
        label,
        String(points),
        ...(hasWhy ? [because ?? ''] : []),
      ]),
    ),
  ];
}
