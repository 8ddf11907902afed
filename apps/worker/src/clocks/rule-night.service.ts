import { NightlyRules } from '@app/attendance';
import { Statements } from '@app/database';
import { openTasks } from '@app/letters';
import { Clock, londonInstant } from '@app/statutory-calendar';
import { Injectable, Logger } from '@nestjs/common';
import { DailyTicks } from './daily-tick.service';

const FROM = '00:05';

/** Once a night and authority: children who are at risk by the data are put forward, and people are asked what the data asks. */
@Injectable()
export class RuleNight {
  private readonly log = new Logger('Rules');

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly ticks: DailyTicks,
    private readonly rules: NightlyRules,
  ) {}

  async run(): Promise<void> {
    const today = this.clock.today();
    if (this.clock.now() < londonInstant(today, FROM)) return;
    const authorities = await this.statements.run<{ code: string }>(
      'rule-authorities',
      AUTHORITIES,
      [],
    );
    for (const { code } of authorities) {
      const tick = `rules:${code}`;
      if (await this.ticks.isDone(tick, today)) continue;
      const result = await this.rules.run(code);
      if (result.refused > 0)
        this.log.warn(
          `${result.refused} children could not be put forward: tomorrow they are again`,
        );
      await openTasks(this.statements, await this.rules.tasks(code));
      await this.ticks.done(tick, today, result);
    }
  }
}

const AUTHORITIES = 'SELECT code FROM authority ORDER BY code';
