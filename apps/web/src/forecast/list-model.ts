import { type Ahead } from '@app/reporting';
import { one } from '../safety/one-value';
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
export function viewTabs<T>(
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
export function leadOf<T>(
  listed: readonly Listed<T>[],
  words: readonly [one: string, many: string],
) {
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
