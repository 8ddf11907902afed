import { type CalendarDay, longDay, plainDay } from '@app/statutory-calendar';
import { type MinutedItem, type Outcome, type PersonThere } from '../models';
import { subjectLines, subjectName, wholeSchool } from './pack-item';
import { type Block, heading, list, section, table, text } from './paper';
import { actionTable, addendumList, ehcSection } from './tables-and-sections';

/** One item of the minutes. */
export function minutedItem(item: MinutedItem): Block[] {
  return [
    heading(2, `${item.number}. ${subjectName(item.subject)}`),
    ...subjectLines(item.subject),
    ...(item.lateBecause ? [text(`Late item: ${item.lateBecause}`, 'strong')] : []),
    ...people(item),
    ...(item.summary ? section('What was said', [text(item.summary)]) : []),
    ...(item.subject.kind === 'school' ? wholeSchool(item.subject) : []),
    ...ehcSection(item.ehcQuestion),
    ...recommendation(item),
    ...outcome(item.outcome),
    ...section(
      'Disagreement',
      item.dissent.length > 0
        ? [list(item.dissent.map(({ name, text: words }) => `${name}: ${words}`))]
        : [],
    ),
    ...section('Actions', actionTable(`Actions for ${subjectName(item.subject)}`, item.actions)),
    ...afterwards(item),
    ...(item.restrictedNote
      ? section('For the chair and the safeguarding lead only', [text(item.restrictedNote)])
      : []),
    ...section('Addenda', addendumList(item.addenda)),
  ];
}

function people({ there, apologies, interests, isQuorate }: MinutedItem): Block[] {
  return [
    ...section('Who was there for this item', [
      ...register(there, apologies),
      ...quorum(isQuorate),
    ]),
    ...section('Interests declared', interests.length > 0 ? [list(interests)] : []),
  ];
}

function register(there: readonly PersonThere[], apologies: readonly PersonThere[]): Block[] {
  if (there.length + apologies.length === 0) return [];
  return [
    table(
      'Who was there for this item',
      [
        ['Name', 34],
        ['Service', 30],
        ['Note', 36],
      ],
      [
        ...there.map(({ name, role, note }) => [name, role, note ?? 'Here']),
        ...apologies.map(({ name, role, note }) => [
          name,
          role,
          note ? `Apologies. ${note}` : 'Apologies',
        ]),
      ],
    ),
  ];
}

function quorum(isQuorate: boolean | undefined): Block[] {
  if (isQuorate === undefined) return [];
  return [
    text(isQuorate ? 'Quorum met for this item.' : 'No quorum for this item: nothing decided.'),
  ];
}

function recommendation({ recommendation: advice }: MinutedItem): Block[] {
  return advice
    ? section('What the panel recommends', [text(`${advice.text} (${advice.by})`)])
    : [];
}

function outcome(result: Outcome): Block[] {
  switch (result.kind) {
    case 'decided':
      return [
        ...section('Decision', [
          text(result.decision, 'strong'),
          text(`Decided by ${result.by}, ${result.role}, on ${plainDay(result.on)}.`),
          ...(result.challenge ? [text(`How to challenge it: ${result.challenge}`)] : []),
        ]),
        ...section('Reasons', [text(result.reasons)]),
        ...section('What else was considered', result.options.length ? [list(result.options)] : []),
        ...section('What was read', result.evidence.length ? [list(result.evidence)] : []),
      ];
    case 'deferred':
      return section('Put off', [
        text(`Put off${until(result.to)}: ${result.because}`, 'strong'),
        ...(result.approvedBy
          ? [text(`Beyond the usual limit, approved by ${result.approvedBy}.`)]
          : []),
      ]);
    case 'carried':
      return section('Carried over', [
        text(`Carried over${until(result.to)}: ${result.because}`, 'strong'),
        text('This does not count as putting the item off.'),
      ]);
  }
}

const until = (day: CalendarDay | undefined) => (day ? ` to ${longDay(day)}` : '');

function afterwards({ reviewOn, toldFamilyOn, toldSchoolOn }: MinutedItem): Block[] {
  const lines = [
    ...(reviewOn ? [`The panel looks again on ${longDay(reviewOn)}.`] : []),
    ...(toldFamilyOn ? [`Family told on ${plainDay(toldFamilyOn)}.`] : []),
    ...(toldSchoolOn ? [`School told on ${plainDay(toldSchoolOn)}.`] : []),
  ];
  return section('What happens next', lines.length > 0 ? [list(lines)] : []);
}
