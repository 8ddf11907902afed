import { type Actor } from '@app/access';
import { type Ahead } from '@app/reporting';
import { type Calendar, type CalendarDay, londonTime, plainDay } from '@app/statutory-calendar';
import { fileHrefs } from '../boards/board-file';
import { one } from '../safety/one-value';
import { type CaseAhead, forecastRow } from './forecast-row';
import { forecastTabs } from './forecast-tabs';
import { FORECAST_VIEWS, type ForecastView, type Listed, viewOf } from './forecast-read.service';

/** Which list the address asks for; those whose date is still ahead, unless told otherwise. */
export function viewAsked(query: unknown): ForecastView {
  const view = one(query, 'view');
  return view && Object.hasOwn(FORECAST_VIEWS, view) ? (view as ForecastView) : 'ahead';
}

/** Those of one list. */
export function inView<T>(listed: readonly Listed<T>[], view: ForecastView): Listed<T>[] {
  return listed.filter(({ ahead }) => viewOf(ahead) === view);
}

/** The lists with their counts; one that is empty and not asked for is left out. */
function viewTabs<T>(
  listed: readonly Listed<T>[],
  current: ForecastView,
  hrefOf: (view: ForecastView | undefined) => string,
) {
  return (Object.keys(FORECAST_VIEWS) as ForecastView[])
    .map((view) => ({
      text: FORECAST_VIEWS[view],
      href: hrefOf(view === 'ahead' ? undefined : view),
      count: inView(listed, view).length,
      current: view === current,
    }))
    .filter(({ count, current: isHere }) => count > 0 || isHere);
}

/** The sentence under the title: how many are likely to miss their date, as the sum of their chances. */
function leadOf<T>(listed: readonly Listed<T>[], words: readonly [one: string, many: string]) {
  const dates = listed.map(({ ahead }): Ahead['dates'][0] => ahead.dates[0]);
  const still = dates.filter(({ chance, isLate }) => chance !== undefined && !isLate);
  const late = dates.filter(({ isLate }) => isLate).length;
  const likely = Math.round(still.reduce((sum, { chance }) => sum + (chance ?? 0), 0));
  const what = still.length === 1 ? words[0] : words[1];
  const ahead = still.length
    ? `About ${likely} of the ${still.length} ${what} whose date is still ahead ${likely === 1 ? 'is' : 'are'} likely to miss it, if nothing changes.`
    : '';
  const passed = late ? `For ${late} the date has passed already.` : '';
  return [ahead, passed].filter(Boolean).join(' ');
}

/** An address with what the page was asked for, and something more. */
export type Href = (path: string, more: Readonly<Record<string, string | undefined>>) => string;

/** What a list is of, as the page was asked for. */
interface ListAsked<T> {
  readonly officer: Actor;
  readonly path: string;
  readonly seen: {
    readonly asked: {
      readonly on: CalendarDay | undefined;
      readonly typedDay: string | undefined;
      readonly problem: string | undefined;
    };
    readonly day: CalendarDay;
    readonly today: CalendarDay;
    readonly calendar: Calendar;
  };
  readonly listed: readonly Listed<T>[];
  readonly view: ForecastView;
  readonly named: readonly CaseAhead[];
  readonly words: readonly [one: string, many: string];
  readonly hrefOf: Href;
  readonly download: string;
  readonly now: Date;
}

/** All that the page of a list says, but for its filter. */
export function listModel<T>(list: ListAsked<T>) {
  const { officer, path, seen, listed, view, named, words, hrefOf, download, now } = list;
  const { asked, day, today, calendar } = seen;
  return {
    asked,
    lead: leadOf(listed, words),
    tabs: forecastTabs(officer, path),
    views: viewTabs(listed, view, (to) => hrefOf(path, { view: to })),
    rows: named.map((each) => forecastRow(each, { actor: officer, calendar })),
    nothing: NOTHING[view],
    isToday: day === today,
    todayHref: path,
    asAt: day === today ? `${plainDay(day)}, ${londonTime(now)}` : `the end of ${plainDay(day)}`,
    problems: asked.problem ? [{ field: 'on', text: asked.problem }] : [],
    typedDay: asked.problem ? asked.typedDay : plainDay(day),
    action: path,
    ...fileHrefs(hrefOf(download, { view })),
  };
}

const NOTHING: Readonly<Record<ForecastView, string>> = {
  ahead: 'Nothing here has a date still ahead.',
  late: 'No date has passed here.',
  unsure: 'There is enough to say for every one of these.',
};
