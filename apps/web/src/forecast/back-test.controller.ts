import { AccessLog, type Actor } from '@app/access';
import { ENOUGH, Forecasts, type Score } from '@app/reporting';
import { addMonths, Clock, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer, fileHrefs } from '../boards/board-file';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { reliabilityChart } from './back-test-chart';
import { biasOf, percent, scoreWords, verdictOf } from './back-test-words';
import { inHundred, legWords } from './forecast-words';
import { BACK_TEST_ROLES, forecastTabs } from './forecast-tabs';

const SEE = { action: 'see how good past forecasts were', roles: BACK_TEST_ROLES } as const;
const HEADINGS = [
  'Forecast made',
  'Month',
  'Leg',
  'Chance said (of 100)',
  'Usual share (of 100)',
  'Days-left rule says late',
  'Date was missed',
];

/** Past forecasts against what happened, so that a bad forecast is seen to be one. Names nobody. */
@Controller()
export class BackTestController {
  constructor(
    private readonly forecasts: Forecasts,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.forecast.backTest)
  @Policy(SEE)
  async show(@SignedIn() officer: Actor): Promise<Page> {
    await this.log.looked(officer, { action: 'list.seen', page: 'how good the forecast is' });
    const { scores } = await this.forecasts.backTest(officer.authority);
    const today = this.clock.today();
    return page('forecast/back-test', {
      tabs: forecastTabs(officer, paths.forecast.backTest),
      enough: ENOUGH,
      from: plainDay(addMonths(today, -12)),
      to: plainDay(today),
      asAt: `${plainDay(today)}, ${londonTime(this.clock.now())}`,
      hasAny: scores.some(({ count }) => count > 0),
      scores: scores.map(scoreModel),
      ...fileHrefs(paths.forecast.backTestDownload),
    });
  }

  @Get(paths.forecast.backTestDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { lookedBack } = await this.forecasts.backTest(officer.authority);
    const rows = lookedBack.map((it) => [
      `In week ${it.landmark}`,
      it.month,
      legWords(it.leg),
      inHundred(it.chance),
      inHundred(it.baseRate),
      it.rule ? 'Yes' : 'No',
      it.happened ? 'Yes' : 'No',
    ]);
    return fileAnswer(reply, query, { name: 'past-forecasts', headings: HEADINGS, rows });
  }
}

function scoreModel(score: Score) {
  const { label, count, happened, brier, baseRate, rule, bands } = score;
  return {
    label,
    count,
    happened,
    brier: scoreWords(brier),
    baseRate: scoreWords(baseRate),
    rule: scoreWords(rule),
    verdict: verdictOf(score),
    bias: biasOf(score),
    chart: count >= ENOUGH ? reliabilityChart(score) : undefined,
    bands: bands.map((band) => ({
      words: `${percent(band.from)} to ${percent(band.to)}`,
      count: band.count,
      said: percent(band.said),
      came: percent(band.came),
    })),
  };
}
