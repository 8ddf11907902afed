import { Statements } from '@app/database';
import { type CalendarDay, Clock, DayClock, SystemClock } from '@app/statutory-calendar';
import {
  type DynamicModule,
  Global,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';

/** The clock of a demo: the real time of day, on a day that anyone may choose. Never used in production. */
@Injectable()
export class DemoClock extends Clock implements OnApplicationBootstrap, OnModuleDestroy {
  private inner: Clock = new SystemClock();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly statements: Statements) {
    super();
  }

  now(): Date {
    return this.inner.now();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), 1_000).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Reads the chosen day again: the other processes of this installation follow within a second. */
  async refresh(): Promise<void> {
    const [row] = await this.statements.run<{ today: CalendarDay | null }>(
      'demo-clock-read',
      'SELECT today FROM demo_clock',
      [],
    );
    this.inner = row?.today ? new DayClock(row.today) : new SystemClock();
  }

  /** Moves the demo to another day; null takes it back to the real one. */
  async moveTo(day: CalendarDay | null): Promise<void> {
    await this.statements.run('demo-clock-move', MOVE, [day]);
    await this.refresh();
  }
}

const MOVE = `
INSERT INTO demo_clock (only_row, today) VALUES (true, $1)
ON CONFLICT (only_row) DO UPDATE SET today = excluded.today`;

/** Where the day comes from: CAUSEWAY_TODAY, the demo's chosen day (development only), or the machine. */
@Global()
@Module({})
export class ClockModule {
  static forRoot({
    development,
    today,
  }: {
    development: boolean;
    today?: CalendarDay | undefined;
  }): DynamicModule {
    const clock = today
      ? { provide: Clock, useValue: new DayClock(today) }
      : development
        ? {
            provide: Clock,
            inject: [Statements],
            useFactory: (statements: Statements) => new DemoClock(statements),
          }
        : { provide: Clock, useValue: new SystemClock() };
    return { module: ClockModule, providers: [clock], exports: [Clock] };
  }
}
