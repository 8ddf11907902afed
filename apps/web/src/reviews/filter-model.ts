import { AGE_GROUPS, type RegisterFilter, REVIEW_STAGES, REVIEW_STATUSES } from '@app/reporting';
import { monthWords } from './register-model';
import { yearWords } from './plan-words';
import { reviewsHref } from './reviews-asked';
import { type ReviewsSeen } from './reviews-read.service';

const GROUPS = Object.fromEntries(
  Object.entries(AGE_GROUPS).map(([key, { label }]) => [key, label]),
);
const SELECTS = [
  ['stage', 'Stage', 'All stages', REVIEW_STAGES],
  ['status', 'Status', 'All', REVIEW_STATUSES],
  ['group', 'Age', 'All ages', GROUPS],
] as const;

/** The filter form: what can be chosen, what is, and the same in words. */
export function filterModel({ asked }: ReviewsSeen, count: number, path: string) {
  const { filter, on } = asked;
  const selects = SELECTS.map(([name, label, nothing, words]) => ({
    name,
    label,
    nothing,
    options: Object.entries(words).map(([value, text]) => ({
      value,
      text,
      chosen: filter[name] === value,
    })),
  }));
  const chosen = selects.flatMap(({ label, options }) =>
    options.filter((it) => it.chosen).map(({ text }) => `${label.toLowerCase()} “${text}”`),
  );
  const said = [...chosen, ...others(filter)];
  const many = count === 1 ? '1 plan' : `${count} plans`;
  return {
    action: path,
    selects,
    words: said.length ? `Filters on: ${said.join(', ')}. ${many}.` : `No filters on. ${many}.`,
    isOn: said.length > 0,
    offHref: reviewsHref(path, { filter: {}, on }),
    on,
    /** What no select shows stays as it is. */
    kept: Object.fromEntries(
      Object.entries(filter).filter(([name]) => !SELECTS.some(([shown]) => shown === name)),
    ),
  };
}

/** Filters that a number of the register brings along. */
function others({ month, school, officer, year, long, step, transfer }: RegisterFilter): string[] {
  return [
    ...(month ? [month === 'earlier' ? 'due longer ago' : `due in ${monthWords(month)}`] : []),
    ...(school ? [school === 'none' ? 'at no school' : 'one school'] : []),
    ...(officer ? [officer === 'none' ? 'no officer yet' : 'one officer'] : []),
    ...(year ? [yearWords(Number(year))] : []),
    ...(long ? ['more than a year late'] : []),
    ...(step ? ['one step'] : []),
    ...(transfer ? ['moving on'] : []),
  ];
}
