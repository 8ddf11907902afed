import { type ClockRule } from '@app/pathways';
import { amountOf, type CalendarDay, type Limit, longDay, plainDay } from '@app/statutory-calendar';
import { type CaseFile } from './case-file';
import { lowerFirst } from './sentence';

interface Subject {
  readonly dueOn: CalendarDay;
  readonly anchor: CalendarDay;
  readonly limit: Limit;
  /** The day the count starts from, or ends at when it counts back. */
  readonly from: CalendarDay;
  /** The count alone does not give the day: a rule of court or a hold moved it on. */
  readonly isMoved: boolean;
}

const QUESTIONS: Readonly<Record<string, string>> = {
  w6: 'Why must the family be told if we will assess by',
  w16: 'Why must the family be told if there will be no plan by',
  w20: 'Why must the plan be sent by',
  draft_by: 'Why is this the last safe day for the draft:',
};

const IN_ONE: Readonly<Record<string, string>> = {
  w6: 'the council has 6 weeks from the day it received the request to decide and to tell the family.',
  w16: 'if the council decides not to issue a plan, it has 16 weeks from the day it received the request to tell the family.',
  w20: 'the council has 20 weeks from the day it received the request.',
  draft_by:
    'the family must have 15 days with the draft before the 20 weeks end, so the draft has to be with them 125 days after the request at the latest.',
};

/** The question over the page. */
export function questionOf(
  { code }: ClockRule,
  { label, dueOn }: Pick<Subject, 'dueOn'> & { label: string },
): string {
  const question = QUESTIONS[code];
  return question
    ? `${question} ${plainDay(dueOn)}?`
    : `Why is “${label}” due on ${plainDay(dueOn)}?`;
}

/** The whole answer in one sentence or two. */
export function sentenceOf(
  rule: ClockRule,
  subject: Subject,
  file: Pick<CaseFile, 'forename' | 'openedOn'>,
): string {
  const { dueOn, anchor, limit } = subject;
  const law = IN_ONE[rule.code] ?? lowerFirst(rule.because);
  if (rule.code === 'draft_by') return `${law} That is ${longDay(dueOn)}.`;
  if (limit.unit === 'on') return `${law} That day is ${longDay(dueOn)}.`;
  if (anchor === file.openedOn && IN_ONE[rule.code]) {
    return `${law} It received ${file.forename}’s request on ${longDay(anchor)}, and ${amountOf(limit)} later is ${longDay(dueOn)}.`;
  }
  return `${law} ${countInWords(subject)} ${longDay(dueOn)}.`;
}

/** '15 days beginning with Monday 27 April 2026 end on'. */
function countInWords({ limit, from, isMoved }: Subject): string {
  const amount = amountOf(limit);
  if (!('n' in limit)) return `The day before ${longDay(from)} is`;
  const isOne = Math.abs(limit.n) === 1;
  if (limit.unit.endsWith('Beginning'))
    return `${amount} beginning with ${longDay(from)} ${isOne ? 'ends' : 'end'} on`;
  const way = limit.n < 0 ? 'before' : 'from';
  return `${amount} ${way} ${longDay(from)} ${isMoved ? (isOne ? 'leads to' : 'lead to') : 'is'}`;
}

/** What would move the date. */
export function wouldChange(rule: ClockRule, limit: Limit, happened: string): string[] {
  const fact = IN_ONE[rule.code] ? 'the day we received the request' : `the day of “${happened}”`;
  const each =
    limit.unit === 'CW' || limit.unit === 'CD'
      ? ' One day earlier or later moves the date by one day.'
      : '';
  return [
    `A correction of ${fact}.${each} The old date, the reason and who changed it stay on the record.`,
    rule.basis !== 'local'
      ? 'A change in the law.'
      : 'n' in limit
        ? 'Another number in the council’s own settings: this date is an aim of the council, not law.'
        : 'Another day, agreed and recorded.',
  ];
}

/** What people hope would move the date, and does not. */
export function wouldNot({ code, basis }: ClockRule): string[] {
  if (['w6', 'w16', 'w20', 'draft_by'].includes(code)) {
    return [
      'Advice that comes late.',
      'A panel that meets later, or is full.',
      'Too few psychologists, or staff away.',
      'A late reply from a school or the family.',
      'Christmas and half term.',
    ];
  }
  if (code === 'advice_due') {
    return [
      'A service that is busy or short of staff.',
      'A school holiday.',
      'A reminder that was not sent.',
      'Papers that we sent later.',
    ];
  }
  if (basis === 'local')
    return [
      'Work that takes longer than planned.',
      'Staff away, or a post that is not filled.',
      'Another officer taking over the case.',
    ];
  return [
    'Staff away, or a post that is not filled.',
    'A panel that meets later.',
    'Another officer taking over the case.',
  ];
}
