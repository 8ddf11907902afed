import { type Calendar } from '../calendar/calendar';
import { type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

/** The calendar that the input names, often one for each school year. Throws BadRuleInput. */
export function schoolCalendar(input: RuleInput, { context }: RuleTools): Calendar {
  if (!input.has('calendar')) throw input.bad('calendar', WANTED);
  const names = input.list('calendar');
  if (names.length === 0 || !names.every((name) => typeof name === 'string')) {
    throw input.bad('calendar', WANTED);
  }
  return context.calendar(names);
}

const WANTED = "the names of the school's calendars, as a list";
