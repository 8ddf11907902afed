import { type Actor } from '@app/access';
import { Places, WaitingList, WorkersLoad } from '@app/placements';
import { Injectable } from '@nestjs/common';
import { paths } from '../paths';
import { cohortHref } from './cohort-asked';
import {
  closingWords,
  cohortLead,
  funnelModel,
  loadModel,
  placesModel,
  SHOWN_WAITING,
  waitingModel,
} from './cohort-figures';
import { type CohortSeen } from './cohort-seen';

/** The figures above the list: places, funnel, waiting list, load. */
@Injectable()
export class CohortFigures {
  constructor(
    private readonly places: Places,
    private readonly waiting: WaitingList,
    private readonly load: WorkersLoad,
  ) {}

  async of(actor: Actor, seen: CohortSeen) {
    const { asked, children, looking } = seen;
    const [{ now, waiting, places, lacking, canOffer, closes }, loads] = await Promise.all([
      this.list(actor, seen),
      this.load.of(actor, asked.cohort),
    ]);
    return {
      lead: cohortLead(now, waiting[0]?.name, children, looking),
      places,
      lacking,
      canOffer,
      funnel: funnelModel(children, asked),
      nominated: children.length,
      waiting: { first: waiting.slice(0, SHOWN_WAITING), all: waiting.length, closes },
      waitingHref: cohortHref({ cohort: asked.cohort }, paths.year6.waitingList),
      load: loadModel(loads, asked),
    };
  }

  /** The places and the whole waiting list. */
  async list(actor: Actor, { asked, children }: CohortSeen) {
    const [now, list] = await Promise.all([
      this.places.now(actor.authority, asked.cohort),
      this.waiting.of(actor.authority, asked.cohort),
    ]);
    const listed = children.filter(({ placeNumber }) => placeNumber !== null).length;
    return {
      now,
      lacking: await this.places.lacking(actor.authority, now.all),
      places: placesModel(now, asked, listed === now.agreed + now.waiting),
      waiting: waitingModel(list, children),
      canOffer: now.free > 0 && list.length > 0,
      closes: closingWords(children),
    };
  }
}
