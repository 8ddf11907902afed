import { type Actor } from '@app/access';
import { CaseworkService } from '@app/casework';
import { LEADS } from '@app/pathways';
import { cohortWords } from '@app/placements';
import { Clock } from '@app/statutory-calendar';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { cohortAsked, cohortHref } from './cohort-asked';
import { CohortFigures } from './cohort-figures.service';
import { CohortPages } from './cohort-page.service';

const OFFER = { action: 'offer a free place', roles: LEADS } as const;

/** Offers a free place to the child at the top of the waiting list. */
@Controller()
export class FreePlaceController {
  constructor(
    private readonly pages: CohortPages,
    private readonly figures: CohortFigures,
    private readonly casework: CaseworkService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.year6.freePlace)
  @Policy(OFFER)
  async ask(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.pages.seen(officer, cohortAsked(query));
    const { waiting, now } = await this.figures.list(officer, seen);
    const { cohort } = seen.asked;
    const first = waiting[0];
    const child = seen.children.find(({ reference }) => reference === first?.reference);
    return page('cohort/free-place', {
      cohort: cohortWords(cohort),
      cohortKey: cohort,
      free: now.free,
      first: child && first,
      version: child?.version,
      commandKey: randomUUID(),
      back: cohortHref({ cohort }),
    });
  }

  @Post(paths.year6.freePlace)
  @Policy({ ...OFFER, relation: 'case' })
  async offer(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Redirect> {
    const reference = one(body, 'case') ?? '';
    const version = Number(one(body, 'version'));
    await this.casework.record(officer, reference, {
      type: 'PLACE_RELEASED',
      occurredOn: this.clock.today(),
      payload: {},
      expectedVersion: Number.isInteger(version) ? version : undefined,
      commandKey: one(body, 'commandKey'),
    });
    const { cohort } = cohortAsked(body);
    return redirect(cohortHref({ cohort, view: 'family' }), {
      flash: `The free place is held for ${reference}. Ask the family for their agreement.`,
    });
  }
}
