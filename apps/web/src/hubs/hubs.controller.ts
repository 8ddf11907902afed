import { AccessLog, type Actor } from '@app/access';
import { Schools } from '@app/people';
import { Hubs } from '@app/placements';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { HUB_KEEPERS, HUB_ROLES, keepsHubs } from './hub-roles';
import { hubModel, waitingLine } from './hub-model';

const KEEP = { action: 'set up places of an inclusion hub', roles: HUB_KEEPERS } as const;
const MOST = 50;

/** Early years inclusion hubs: every place, who has it until when, and who waits. */
@Controller()
export class HubsController {
  constructor(
    private readonly hubs: Hubs,
    private readonly schools: Schools,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.hubs.list)
  @Policy({ action: 'see the places of inclusion hubs', roles: HUB_ROLES })
  async show(@SignedIn() officer: Actor): Promise<Page> {
    await this.log.looked(officer, { action: 'list.seen', page: 'hub places' });
    const [hubs, waiting] = await Promise.all([this.hubs.all(officer), this.hubs.waiting(officer)]);
    const places = hubs.flatMap((hub) => hub.places);
    return page('units/hubs', {
      hubs: hubs.map(hubModel),
      waiting: waiting.map(waitingLine),
      free: places.filter(({ holder }) => !holder).length,
      all: places.length,
      mayKeep: keepsHubs(officer),
    });
  }

  @Get(paths.hubs.add)
  @Policy(KEEP)
  ask(@SignedIn() officer: Actor): Promise<Page> {
    return this.form(officer, {}, []);
  }

  @Post(paths.hubs.add)
  @Policy(KEEP)
  async add(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const urn = one(body, 'urn') ?? '';
    const typed = one(body, 'places') ?? '';
    const count = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
    const school = urn ? await this.schools.find(officer, urn) : undefined;
    const problems = [
      ...(school?.isOpen ? [] : [{ field: 'urn', text: 'Select an open school from the list' }]),
      ...(count >= 1 && count <= MOST
        ? []
        : [{ field: 'places', text: `Enter a number of places from 1 to ${MOST}` }]),
    ];
    if (!school || problems.length) return this.form(officer, body, problems);
    const now = await this.hubs.addPlaces(officer, urn, count);
    return redirect(paths.hubs.list, {
      flash: `The hub at ${school.name} has ${now} ${now === 1 ? 'place' : 'places'} now.`,
    });
  }

  private async form(officer: Actor, body: FormBody, problems: readonly Problem[]): Promise<Page> {
    const schools = await this.schools.list(officer, { openOnly: true, limit: 1000 });
    const problemOf = (name: string) => problems.find(({ field }) => field === name)?.text;
    const model = {
      title: 'Add places to a hub',
      lead: 'An inclusion hub is hosted by a school or nursery. Its first places make it one.',
      action: paths.hubs.add,
      backHref: paths.hubs.list,
      backText: 'Hub places',
      fields: [
        {
          ...{ id: 'urn', name: 'urn', kind: 'select', label: 'Which school or nursery?' },
          value: one(body, 'urn') ?? '',
          options: schools.map(({ urn, name }) => ({ value: urn, text: name })),
          problem: problemOf('urn'),
        },
        {
          ...{ id: 'places', name: 'places', kind: 'whole', label: 'How many places are added?' },
          value: one(body, 'places') ?? '',
          problem: problemOf('places'),
        },
      ],
      submit: 'Add these places',
      problems,
    };
    return page('units/form', model, { status: problems.length ? 422 : 200 });
  }
}
