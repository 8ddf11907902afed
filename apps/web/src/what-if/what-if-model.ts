import { type DayProblem, MOVES, type Question, QUESTIONS, type WhatIf } from '@app/casework';
import { type CalendarRecord } from '@app/people';
import { type CalendarDay, longDay, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** What was typed, by the name of the question; kept whatever is wrong with it. */
export type Typed = Readonly<Record<string, string | undefined>>;

interface Asked {
  readonly about: Question;
  readonly typed: Typed;
  readonly problems: readonly DayProblem[];
  readonly answer: WhatIf | undefined;
  readonly today: CalendarDay;
  readonly calendars: readonly Pick<CalendarRecord, 'id' | 'name' | 'isDefault'>[];
  readonly calendarId: string | undefined;
}

/** The page "What if": its questions as they were answered, and what comes of it. */
export function whatIfModel(asked: Asked) {
  const { about, typed, problems, answer, today, calendars, calendarId } = asked;
  return {
    about,
    problems,
    tabs: (Object.keys(QUESTIONS) as Question[]).map((key) => ({
      text: QUESTIONS[key].title,
      href: `${paths.whatIf}?about=${key}`,
      current: key === about,
    })),
    days: QUESTIONS[about].days.map((day) => ({
      kind: 'text',
      id: day.name,
      name: day.name,
      label: day.label,
      hint: 'hint' in day ? day.hint : undefined,
      value: typed[day.name] ?? '',
      problem: problems.find(({ field }) => field === day.name)?.text,
      width: 10,
    })),
    move: about === 'review' ? moveField(typed, problems) : undefined,
    calendar: {
      kind: 'select',
      id: 'calendar',
      name: 'calendar',
      label: 'School holidays',
      nothing: 'The council’s own term dates',
      options: calendars
        .filter(({ isDefault }) => !isDefault)
        .map(({ id, name }) => ({ value: id, text: name, chosen: id === calendarId })),
    },
    from: longDay(today),
    answer: answer && answerModel(answer),
  };
}

function moveField(typed: Typed, problems: readonly DayProblem[]) {
  return {
    kind: 'select',
    id: 'kind',
    name: 'kind',
    label: 'Does the child move on?',
    problem: problems.find(({ field }) => field === 'kind')?.text,
    nothing: 'No move',
    options: Object.entries(MOVES).map(([value, text]) => ({
      value,
      text,
      chosen: typed['kind'] === value,
    })),
  };
}

function answerModel({ verdict, canBeMet, legs, usually, excuses }: WhatIf) {
  return {
    verdict,
    canBeMet,
    usually: usually && longDay(usually),
    excuses,
    legs: legs.map(({ label, legal, safe, workTo, verdict: said, state }) => ({
      label,
      legal: legal && { day: plainDay(legal.day), source: legal.source },
      safe: safe && plainDay(safe),
      workTo: workTo && workTo !== (safe ?? legal?.day) ? plainDay(workTo) : undefined,
      said: said || 'No day yet.',
      isLate: state === 'late' || state === 'passed',
    })),
  };
}
