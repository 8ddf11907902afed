import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { type CohortChild, Cohorts, cohortWords, inView, type Looking, Places, VIEWS, type ViewKey, WaitingList, WorkersLoad } from '@app/placements';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { paths } from '../paths';
import { type CohortAsked, cohortHref, rowsAsked } from './cohort-asked';
import { closingWords, cohortLead, funnelModel, loadModel, placesModel, SHOWN_WAITING, waitingModel } from './cohort-figures';
import { cohortRow } from './cohort-rows';

/** The cohort asked for, read once, with the day and calendar it is judged by. */
export interface CohortSeen {
  readonly asked: CohortAsked & { readonly cohort: string };
  readonly cohorts: readonly string[];
  readonly children: readonly CohortChild[];
  readonly looking: Looking;
}

/** Reads a cohort and makes the model of its page. */
@Injectable()
export class CohortPages {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly figures: CohortFigures,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  /** The children of the cohort asked for, or of the one in Year 6 now; the look is written down. */
  async seen(actor: Actor, asked: CohortAsked): Promise<CohortSeen> {
    const known = await this.cohorts.known(actor);
    const cohort = asked.cohort ?? known.current;
    const [children, calendar] = await Promise.all([this.cohorts.children(actor, cohort), this.calendars.forAuthority(actor.authority)]);
    await this.log.looked(actor, { action: 'list.seen', page: 'year-6-places' });
    return { asked: { ...asked, cohort }, cohorts: known.cohorts, children, looking: { today: this.clock.today(), calendar } };
  }

  /** The whole page. */
  async model(actor: Actor, asked: CohortAsked, more: object = {}): Promise<object> {
    const seen = await this.seen(actor, asked);
    const { children, looking } = seen;
    const rows = rowsAsked(children, seen.asked, looking).map((child) => cohortRow(child, looking));
    return {
      title: `Year 6 places, ${cohortWords(seen.asked.cohort)}`,
      cohorts: seen.cohorts.map((cohort) => ({ text: cohortWords(cohort), href: cohortHref({ cohort }), current: cohort === seen.asked.cohort })),
      ...(await this.figures.of(actor, seen)),
      views: viewsModel(seen),
      rows,
      heading: headingOf(seen, rows.length),
      cohortKey: seen.asked.cohort,
      from: cohortHref(seen.asked),
      chooseAllHref: `${cohortHref({ ...seen.asked, chooseAll: true })}#children`,
      downloadHref: cohortHref(seen.asked, paths.year6.download),
      chooseAll: seen.asked.chooseAll,
      mayLead: actor.roles.some((role) => role === 'transition_lead' || role === 'send_manager'),
      ...more,
    };
  }
}

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
    const [{ now, waiting, places, canOffer, closes }, loads] = await Promise.all([this.list(actor, seen), this.load.of(actor, asked.cohort)]);
    return {
      lead: cohortLead(now, waiting[0]?.name, children, looking),
      places,
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
    const [now, list] = await Promise.all([this.places.now(actor.authority, asked.cohort), this.waiting.of(actor.authority, asked.cohort)]);
    const listed = children.filter(({ placeNumber }) => placeNumber !== null).length;
    return {
      now,
      places: placesModel(now, asked, listed === now.agreed + now.waiting),
      waiting: waitingModel(list, children),
      canOffer: now.free > 0 && list.length > 0,
      closes: closingWords(children),
    };
  }
}

function viewsModel({ asked, children, looking }: CohortSeen) {
  const { cohort } = asked;
  return (Object.keys(VIEWS) as ViewKey[]).map((view) => ({
    text: VIEWS[view],
    href: `${cohortHref({ cohort, view })}#children`,
    count: inView(children, view, looking).length,
    current: view === asked.view && !asked.number && !asked.worker,
  }));
}

const STEP_WORDS: Readonly<Record<string, string>> = {
  nominated: 'Nominated', screened: 'Screened', moderated: 'Went to moderation', accepted: 'Accepted', agreed: 'Family agreed',
  baseline: 'Baseline done', handover: 'Hand-over held', arrived: 'Arrived in Year 7', 'agreed-places': 'Places whose family agreed',
};

/** What the list shows when it was opened by a number of the page. */
function headingOf({ asked, children }: CohortSeen, count: number): string {
  const people = count === 1 ? '1 child' : `${count} children`;
  if (asked.worker) {
    const name = children.find(({ workerId }) => workerId === asked.worker)?.workerName ?? 'this worker';
    return `${people} with ${name}`;
  }
  if (asked.number) return `${STEP_WORDS[asked.number] ?? 'Chosen'}: ${people}`;
  return `${VIEWS[asked.view]}: ${people}`;
}
