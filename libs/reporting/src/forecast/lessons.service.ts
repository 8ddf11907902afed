import { addDays, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { correctionOf, knownBy, lookBack, type LookedBack } from './back-test';
import { Histories } from './histories.service';
import { KeptForecasts } from './kept-forecasts.service';
import { correctedBy, type Learning, learnt } from './pure/learning';
import { packed, type Packed, unpacked } from './pure/packed';
import { TESTED, type Tested } from './tested';
import { AMENDING, ASSESSING, type ForecastWay, historyOf, REVIEWING } from './ways';

const MOST_KEPT = 24;

/** What a council's own cases teach by a day. Made ready in the night, else on the first asking; then kept in memory. */
@Injectable()
export class Lessons {
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(
    private readonly histories: Histories,
    private readonly kept: KeptForecasts,
    private readonly clock: Clock,
  ) {}

  /** Learned from all that had happened by the evening before; by clock, corrected by the forecasts whose end was known. */
  async of(
    authority: string,
    way: ForecastWay,
    day: CalendarDay,
  ): Promise<(clock: string) => Learning> {
    const plain = await this.plain(authority, way, day);
    const tested = TESTED.filter((each) => each.way === way);
    const byClock = new Map(
      await Promise.all(
        tested.map(async (each) => {
          const correction = correctionOf(knownBy(await this.lookedBack(authority, each), day));
          return [each.clock, correctedBy(plain, correction)] as const;
        }),
      ),
    );
    return (clock) => byClock.get(clock) ?? plain;
  }

  /** Past forecasts of one date in law against what happened. */
  lookedBack(authority: string, tested: Tested): Promise<readonly LookedBack[]> {
    const today = this.clock.today();
    const what = backTestOf(tested);
    return this.once(
      `${what} ${authority} ${today}`,
      async () =>
        (await this.kept.read<readonly LookedBack[]>(authority, what, today)) ??
        this.lookBack(authority, tested, today),
    );
  }

  /** Learns for today and keeps it for everybody. */
  async prepare(authority: string): Promise<void> {
    const today = this.clock.today();
    for (const way of [ASSESSING, REVIEWING, AMENDING]) {
      const learning = await this.learn(authority, way, today);
      await this.kept.write(authority, learningOf(way), today, packed(learning));
    }
    for (const tested of TESTED) {
      const lookedBack = await this.lookBack(authority, tested, today);
      await this.kept.write(authority, backTestOf(tested), today, lookedBack);
    }
  }

  private plain(authority: string, way: ForecastWay, day: CalendarDay): Promise<Learning> {
    return this.once(`${learningOf(way)} ${authority} ${day}`, async () => {
      const isToday = day === this.clock.today();
      const found = isToday && (await this.kept.read<Packed>(authority, learningOf(way), day));
      return found ? unpacked(found) : this.learn(authority, way, day);
    });
  }

  private async learn(authority: string, way: ForecastWay, day: CalendarDay): Promise<Learning> {
    const rows = await this.histories.read(authority, way, day);
    const histories = rows.map((row) => historyOf(row, way));
    return learnt(way, histories, addDays(day, -1));
  }

  private async lookBack(
    authority: string,
    { way, clock, landmarks }: Tested,
    today: CalendarDay,
  ): Promise<LookedBack[]> {
    const rows = await this.histories.read(authority, way, today);
    const dated = rows.flatMap((row) => {
      const dueOn = row.dues[clock];
      return dueOn ? [{ history: historyOf(row, way), dueOn }] : [];
    });
    return lookBack(way, dated, landmarks, today);
  }

  private once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.known.get(key) as Promise<T> | undefined;
    if (known) return known;
    const [oldest] = this.known.keys();
    if (this.known.size >= MOST_KEPT && oldest) this.known.delete(oldest);
    const begun = work();
    this.known.set(key, begun);
    begun.catch(() => this.known.delete(key));
    return begun;
  }
}

const learningOf = ({ pathway, legs }: ForecastWay) => `${pathway} ${legs[0]}`;
const backTestOf = ({ key }: Tested) => `back-test ${key}`;
