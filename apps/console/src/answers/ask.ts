import { type Question, QUESTIONS, whatIf, type WhatIf } from '@app/casework';
import { readTypedDay } from '@app/people';
import {
  type CalendarDay,
  englandBankHolidays,
  longDay,
  makeCalendar,
  SystemClock,
} from '@app/statutory-calendar';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say, tell } from '../voice';

export interface AskOptions {
  readonly ask?: Question;
  readonly on?: string;
  readonly json?: boolean;
}

/** `clocks --ask`: can it still be met, and what is the last safe day of each step? No database, nothing stored. */
export function ask(
  words: readonly string[],
  { ask: about = 'assessment', on, json }: AskOptions,
): ExitCode {
  const typed = Object.fromEntries(words.map((word) => pairOf(word, about)));
  const calendar = makeCalendar({ bankHolidays: englandBankHolidays.days });
  const { problems, answer } = whatIf(about, typed, { calendar, today: dayOf(on) });
  for (const { text } of problems) say(text);
  if (!answer) return EXIT.refused;
  tell(json ? JSON.stringify(answer) : inWords(answer));
  return EXIT.done;
}

function pairOf(word: string, about: Question): [string, string] {
  const [, name = '', day = ''] = /^(\w+)=(.+)$/.exec(word) ?? [];
  const known = [
    ...QUESTIONS[about].days.map((it) => it.name),
    ...(about === 'review' ? ['kind'] : []),
  ];
  if (!known.includes(name))
    throw new Stop(`${word}: write name=day. The names are ${known.join(', ')}`, EXIT.usage);
  return [name, day];
}

function dayOf(typed: string | undefined): CalendarDay {
  if (!typed) return new SystemClock().today();
  const reading = readTypedDay(typed);
  if ('problem' in reading) throw new Stop(`--on: ${reading.problem}`, EXIT.usage);
  return reading.value;
}

function inWords({ verdict, legs, usually, excuses }: WhatIf): string {
  return [
    verdict,
    ...(usually ? [`At the usual pace it goes out by ${longDay(usually)}.`] : []),
    '',
    ...legs.map(({ label, verdict: said }) => `${label}: ${said || 'no day yet.'}`),
    ...(excuses.length ? ['', 'Lawful reasons for delay:'] : []),
    ...excuses.map(({ ground, needs, facts, answer }) =>
      [`${ground}. Needs: ${needs}.`, facts, answer && `${answer}.`].filter(Boolean).join(' '),
    ),
  ].join('\n');
}
