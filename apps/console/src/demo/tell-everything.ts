import { type CalendarDay } from '@app/statutory-calendar';
import { inOrder, type Journey } from './journey';
import { type Recorder, type TellingCase } from './recorder';

/** What there is to tell. */
export interface Everything {
  readonly recorder: Recorder;
  readonly today: CalendarDay;
  /** Groups of cases that share places, and so must be told together, day by day. */
  readonly together: readonly (readonly Journey[])[];
  /** Cases that are told each by itself. */
  readonly alone: readonly Journey[];
  readonly children: number;
}

/** Cases told at the same time: enough to keep two processors busy. */
const AT_ONCE = 8;
const TELL_EVERY = 40;

/** Opens every case in the order of its day, then tells what happened to each. */
export async function tellEverything(
  everything: Everything,
  onProgress: (line: string) => void,
): Promise<TellingCase[]> {
  const { recorder, together, children, today } = everything;
  const journeys = [...together.flat(), ...everything.alone];
  const opened = await openAll(recorder, journeys);
  const all = journeys.map((journey) => opened.get(journey)!);
  const groups = together.map((group) => group.map((journey) => opened.get(journey)!));
  const alone = all.slice(together.flat().length);
  let done = children - journeys.length;
  const count = (cases: number) => {
    const before = done;
    done += cases;
    if (Math.floor(before / TELL_EVERY) !== Math.floor(done / TELL_EVERY))
      onProgress(`Loading Wendmoor: ${done} of ${children} children`);
  };
  await inParallel(
    [
      ...groups.map(
        (group) => () => tellTogether(recorder, group, today).then(() => count(group.length)),
      ),
      ...alone.map((telling) => () => tellOne(recorder, telling, today).then(() => count(1))),
    ],
    AT_ONCE,
  );
  return all;
}

/** One after the other, so that references follow the days. */
async function openAll(
  recorder: Recorder,
  journeys: readonly Journey[],
): Promise<Map<Journey, TellingCase>> {
  const opened = new Map<Journey, TellingCase>();
  const byDay = inOrder(journeys.map((journey) => ({ on: journey.opening.on, journey })));
  for (const { journey } of byDay) opened.set(journey, await recorder.open(journey));
  return opened;
}

async function tellOne(
  recorder: Recorder,
  telling: TellingCase,
  today: CalendarDay,
): Promise<void> {
  for (const step of telling.journey.steps) await recorder.record(telling, step);
  await recorder.settle(telling, today);
}

/** Day by day across all of them: who came first got the place. */
async function tellTogether(
  recorder: Recorder,
  tellings: readonly TellingCase[],
  today: CalendarDay,
): Promise<void> {
  const steps = tellings.flatMap((telling) =>
    telling.journey.steps.map((step) => ({ ...step, step, telling })),
  );
  for (const { step, telling } of inOrder(steps)) {
    await recorder.settle(telling, step.on);
    await recorder.record(telling, step);
  }
  for (const telling of tellings) await recorder.settle(telling, today);
}

async function inParallel(works: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  const left = [...works];
  const lane = async () => {
    for (let work = left.shift(); work; work = left.shift()) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
