import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { Cohorts, cohortWords, inView, VIEWS, type ViewKey } from '@app/placements';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { paged } from '../boards/paging';
import { MOST_CHOSEN } from '../bulk/chosen-cases.repository';
import { paths } from '../paths';
import { type CohortAsked, cohortHref, rowsAsked } from './cohort-asked';
import { CohortFigures } from './cohort-figures.service';
import { cohortRow } from './cohort-rows';
import { type CohortSeen } from './cohort-seen';

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
    const [children, calendar] = await Promise.all([
      this.cohorts.children(actor, cohort),
      this.calendars.forAuthority(actor.authority),
    ]);
    await this.log.looked(actor, { action: 'list.seen', page: 'year-6-places' });
    return {
      asked: { ...asked, cohort },
      cohorts: known.cohorts,
      children,
      looking: { today: this.clock.today(), calendar },
    };
  }

  /** The whole page. */
  async model(actor: Actor, asked: CohortAsked, more: object = {}): Promise<object> {
    const seen = await this.seen(actor, asked);
    const { children, looking } = seen;
    const all = rowsAsked(children, seen.asked, looking);
    const { rows, pager } = paged(all, seen.asked.start, MOST_CHOSEN, (from) =>
      cohortHref({ ...seen.asked, start: Number(from ?? 0) }),
    );
    return {
      title: `Year 6 places, ${cohortWords(seen.asked.cohort)}`,
      cohorts: seen.cohorts.map((cohort) => ({
        text: cohortWords(cohort),
        href: cohortHref({ cohort }),
        current: cohort === seen.asked.cohort,
      })),
      ...(await this.figures.of(actor, seen)),
      views: viewsModel(seen),
      rows: rows.map((child) => cohortRow(child, looking)),
      pager: all.length > rows.length ? pager : undefined,
      heading: headingOf(seen, all.length),
      isNumber: Boolean(seen.asked.number ?? seen.asked.worker),
      allHref: `${cohortHref({ cohort: seen.asked.cohort, view: 'all' })}#children`,
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
  nominated: 'Nominated',
  screened: 'Screened',
  moderated: 'Went to moderation',
  accepted: 'Accepted',
  agreed: 'Family agreed',
  baseline: 'Baseline done',
  handover: 'Hand-over held',
  arrived: 'Arrived in Year 7',
  'agreed-places': 'Places whose family agreed',
};

/** What the list shows when it was opened by a number of the page. */
function headingOf({ asked, children }: CohortSeen, count: number): string {
  const people = count === 1 ? '1 child' : `${count} children`;
  if (asked.worker) {
    const name =
      children.find(({ workerId }) => workerId === asked.worker)?.workerName ?? 'this worker';
    return `${people} with ${name}`;
  }
  if (asked.number) return `${STEP_WORDS[asked.number] ?? 'Chosen'}: ${people}`;
  return `${VIEWS[asked.view]}: ${people}`;
}
