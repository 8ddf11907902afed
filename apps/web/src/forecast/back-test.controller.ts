import { AccessLog, type Actor } from '@app/access';
import { type BackTest, ENOUGH, Forecasts, type Score } from '@app/reporting';
import { addMonths, Clock, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer, fileHrefs } from '../boards/board-file';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { reliabilityChart } from './back-test-chart';
import { biasOf, correctedWords, percent, scoreWords, TESTS, verdictOf } from './back-test-words';
import { inHundred, legWords } from './forecast-words';
import { BACK_TEST_ROLES, forecastTabs } from './forecast-tabs';

const SEE = { action: 'see how good past forecasts were', roles: BACK_TEST_ROLES } as const;
const HEADINGS = [
  'Date in law',
  'Forecast made',
  'Month',
  'Leg',
  'Chance said (of 100)',
  'Corrected (of 100)',
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
    const tests = await this.forecasts.backTests(officer.authority);
    const today = this.clock.today();
    return page('forecast/back-test', {
      tabs: forecastTabs(officer, paths.forecast.backTest),
      enough: ENOUGH,
      from: plainDay(addMonths(today, -12)),
      to: plainDay(today),
      asAt: `${plainDay(today)}, ${londonTime(this.clock.now())}`,
      tests: tests.map(testModel),
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
    const tests = await this.forecasts.backTests(officer.authority);
    const rows = tests.flatMap(({ key, scores, lookedBack }) => {
      const labels = new Map(scores.map(({ landmark, label }) => [landmark, label]));
      return lookedBack.map((it) => [
        TESTS[key].title,
        labels.get(it.landmark),
        it.month,
        legWords(it.leg),
        inHundred(it.chance),
        it.corrected === null ? '' : inHundred(it.corrected),
        inHundred(it.baseRate),
        it.rule ? 'Yes' : 'No',
        it.happened ? 'Yes' : 'No',
      ]);
    });
    return fileAnswer(reply, query, { name: 'past-forecasts', headings: HEADINGS, rows });
  }
}

function testModel({ key, scores, isCorrected }: BackTest) {
  return {
    key,
    ...TESTS[key],
    hasAny: scores.some(({ count }) => count > 0),
    correctedWords: isCorrected
      ? 'Today’s chances are corrected by these.'
      : 'Today’s chances are not corrected by these: too few are known, or it has not helped so far.',
    scores: scores.map((score) => scoreModel(score, key)),
  };
}

function scoreModel(score: Score, key: string) {
  const { label, landmark, count, happened, brier, baseRate, rule, bands } = score;
  return {
    id: `${key}-${landmark}`,
    corrected: correctedWords(score),
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
