import { AccessLog, type Actor } from '@app/access';
import { LEADS } from '@app/pathways';
import { cohortOn, cohortWords, Places } from '@app/placements';
import { Clock } from '@app/statutory-calendar';
import { Body, Controller, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { cohortAsked, cohortHref } from './cohort-asked';

const SET_UP = { action: 'set up the places of a cohort', roles: LEADS } as const;
const YEARS_AHEAD = 2;

/** Gives a cohort as many places as the council has set; places that are there stay as they are. */
@Controller()
export class SetUpPlacesController {
  constructor(
    private readonly places: Places,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Post(paths.year6.setUpPlaces)
  @Policy(SET_UP)
  async setUp(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Redirect> {
    const inYear6 = cohortOn(this.clock.today());
    const { cohort = inYear6 } = cohortAsked(body);
    const back = cohortHref({ cohort });
    if (Number(cohort) < Number(inYear6) || Number(cohort) > Number(inYear6) + YEARS_AHEAD)
      return redirect(back, {
        flash: {
          kind: 'notice',
          text: `No place is set up: only cohorts from ${cohortWords(inYear6)} on can have new ones.`,
        },
      });
    const made = await this.places.createPlaces(officer.authority, cohort);
    await this.log.looked(officer, { action: 'set up places', page: paths.cohort });
    return redirect(back, {
      flash: made
        ? `${made} ${made === 1 ? 'place is' : 'places are'} set up for ${cohortWords(cohort)}.`
        : 'All the places that the council has set are there already.',
    });
  }
}
