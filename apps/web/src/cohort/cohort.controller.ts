import { type Actor } from '@app/access';
import { cohortWords, SOON } from '@app/placements';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { cohortAsked, cohortHref, rowsAsked } from './cohort-asked';
import { cohortCsv } from './cohort-csv';
import { CohortFigures } from './cohort-figures.service';
import { CohortPages } from './cohort-page.service';
import { PROGRAMME_ROLES } from './cohort-seen';

const SEE = { action: 'see the Year 6 places', roles: PROGRAMME_ROLES } as const;

/** Year 6 places: one page that shows the whole cohort, and its list as a file. */
@Controller()
export class CohortController {
  constructor(
    private readonly pages: CohortPages,
    private readonly figures: CohortFigures,
  ) {}

  @Get(paths.cohort)
  @Policy(SEE)
  async show(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    return page('cohort/cohort', {
      ...(await this.pages.model(officer, cohortAsked(query))),
      soon: SOON,
    });
  }

  @Get(paths.year6.waitingList)
  @Policy(SEE)
  async waitingList(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.pages.seen(officer, cohortAsked(query));
    const { waiting, places, canOffer, closes } = await this.figures.list(officer, seen);
    const back = cohortHref({ cohort: seen.asked.cohort });
    return page('cohort/waiting-list', {
      cohort: cohortWords(seen.asked.cohort),
      waiting,
      places,
      canOffer,
      closes,
      back,
      cohortKey: seen.asked.cohort,
    });
  }

  @Get(paths.year6.download)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { asked, children, looking } = await this.pages.seen(officer, cohortAsked(query));
    return cohortCsv(reply, rowsAsked(children, asked, looking), looking);
  }
}
