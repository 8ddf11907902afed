import { Statements } from '@app/database';
import { Lessons } from '@app/reporting';
import { Injectable } from '@nestjs/common';

/** Once a night: what every authority's forecasts rest on, learned and kept for the day. */
@Injectable()
export class ForecastNight {
  constructor(
    private readonly statements: Statements,
    private readonly lessons: Lessons,
  ) {}

  async run(): Promise<{ authorities: number }> {
    const authorities = await this.statements.run<{ code: string }>(
      'forecast-authorities',
      AUTHORITIES,
      [],
    );
    for (const { code } of authorities) await this.lessons.prepare(code);
    return { authorities: authorities.length };
  }
}

const AUTHORITIES = 'SELECT code FROM authority ORDER BY code';
