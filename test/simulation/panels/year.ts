import { pathwayNamed } from '@app/pathways';
import { addDays, londonInstant } from '@app/statutory-calendar';
import { type PanelLeftOff } from '../../../libs/panels/src/sittings/panel-candidate';
import { oneOf, type Random } from '../../../libs/pathways/testing/random';
import { type Child, type Council, sittingsOfYear } from './council';
import { panelServices, type PanelServices, Refusals } from './panel-services';
import { Room } from './room';

const { events } = pathwayNamed('tats_case');

export interface Sitting {
  readonly id: string;
  readonly sitsOn: string;
}

/** A school year of a panel that meets every week, with all that goes wrong in one: played through the real services. */
export class PanelYear {
  /** The children by the reference of their case. */
  readonly references = new Map<string, Child>();
  readonly services: PanelServices;
  private readonly refusals = new Refusals();
  private readonly room: Room;
  private readonly counts = {
    held: 0,
    cancelled: 0,
    withoutQuorum: 0,
    late: 0,
    urgent: 0,
    moved: 0,
  };

  constructor(
    readonly council: Council,
    private readonly random: Random,
  ) {
    this.services = panelServices(council);
    this.room = new Room(council, this.services, random, this.refusals, ({ reference }) =>
      Boolean(this.references.get(reference!)?.surname.endsWith('7')),
    );
  }

  /** What happened, for the last line of the run. */
  get happened() {
    const { refused, refusedPastLimit } = this.refusals;
    const referred = this.references.size;
    return { referred, ...this.counts, ...this.room.happened, refused, refusedPastLimit };
  }

  /** Plays so many sittings; `watch` looks after each, knowing the ones before and the one that comes next. */
  async play(
    count: number,
    watch: (
      sitting: Sitting,
      around: { at: number; before?: Sitting; next?: Sitting },
    ) => Promise<void>,
  ): Promise<void> {
    const all = await sittingsOfYear(this.council);
    const waiting = [...this.council.children];
    for (const [at, sitting] of all.slice(0, count).entries()) {
      const share = Math.ceil(waiting.length / Math.max(1, Math.min(count, all.length) - at - 2));
      await this.prepared(sitting, waiting.splice(0, share));
      await this.onTheDay(sitting);
      const [before, next] = [all[at - 4], all[at + 1]];
      await watch(sitting, { at, ...(before && { before }), ...(next && { next }) });
    }
  }

  private at(day: string, time = '09:00'): void {
    const now = londonInstant(day, time);
    if (now > this.council.clock.now()) this.council.clock.set(now);
  }

  private chance = (of: number) => this.random() < of;

  /** The week before: children are put forward, the chair looks at the agenda, the papers go out, and more children come. */
  private async prepared({ id, sitsOn }: Sitting, children: readonly Child[]): Promise<void> {
    const early = children.filter(() => this.chance(0.8));
    const { steps, coordinator } = this.services;
    this.at(addDays(sitsOn, -7));
    for (const child of early) await this.referred(child);
    await steps.openAgenda(coordinator.actor, id);
    this.at(addDays(sitsOn, -5), '12:30');
    if (this.chance(0.3)) await this.chairLooks(id);
    await this.asked(id);
    await steps.lock(coordinator.actor, id);
    this.at(addDays(sitsOn, -1));
    for (const child of children.filter((it) => !early.includes(it))) await this.referred(child);
  }

  private async chairLooks(id: string): Promise<void> {
    const { agendas, chair } = this.services;
    const { left } = await agendas.of(chair.actor, id);
    const off = oneOf(this.random, left.filter(isNew));
    if (off && this.chance(0.5)) {
      await agendas.urgent(chair.actor, id, off.candidate.reference, 'The school rang today');
      this.counts.urgent += 1;
    }
    // An urgent child may have taken the place of another.
    const on = oneOf(this.random, (await agendas.of(chair.actor, id)).lines);
    if (on && this.chance(0.5)) {
      const { reference } = on.candidate;
      await agendas.move(chair.actor, id, { reference, to: 1, reason: 'The school joins early' });
      this.counts.moved += 1;
    }
  }

  /** The coordinator asks the police and youth justice where they know the child. */
  private async asked(id: string): Promise<void> {
    const { agendas, coordinator } = this.services;
    const { lines, left } = await agendas.of(coordinator.actor, id);
    const late = left.filter(({ candidate }) => 'itemId' in candidate);
    for (const { candidate } of [...lines, ...late]) {
      const invited = (candidate as { invited?: readonly string[] }).invited ?? [];
      for (const service of this.references.get(candidate.reference)?.services ?? [])
        if (!invited.includes(service))
          await agendas.ask(coordinator.actor, id, {
            ...{ reference: candidate.reference, service, isAsked: true },
            reason: 'They know the child',
          });
    }
  }

  private async referred(child: Child): Promise<void> {
    const { casework, coordinator } = this.services;
    const occurredOn = this.council.clock.today();
    const pexRisk = oneOf(this.random, ['none', 'none', 'possible', 'likely']);
    const { reference } = await casework.open(coordinator.actor, {
      pathway: 'tats_case',
      childId: child.id,
      occurredOn,
      payload: { ...events['CHILD_IDENTIFIED']!.example, pexRisk },
    });
    this.references.set(reference, child);
    const upTo = (most: number) => Math.floor(this.random() * most);
    await casework.record(coordinator.actor, reference, {
      type: 'TRIAGE_STARTED',
      occurredOn,
      payload: { score: { daysThisYear: upTo(30), absence: upTo(60) } },
    });
  }

  private async onTheDay({ id, sitsOn }: Sitting): Promise<void> {
    const { steps, chair, coordinator } = this.services;
    if (this.chance(0.05)) {
      await steps.cancel(chair.actor, id, 'Snow: most schools are shut');
      this.counts.cancelled += 1;
      return;
    }
    this.at(sitsOn, '13:30');
    if (await this.room.began(id)) {
      if (this.chance(0.15)) await this.lateChild(id);
      await this.room.sits(id);
      this.counts.held += 1;
    } else {
      await steps.relist(coordinator.actor, id);
      this.counts.withoutQuorum += 1;
    }
    await this.room.approved(id);
  }

  /** A school brings a child on the day. */
  private async lateChild(id: string): Promise<void> {
    const { agendas, late, chair } = this.services;
    const { left } = await agendas.of(chair.actor, id);
    const found = oneOf(this.random, left.filter(isNew));
    if (!found) return;
    const { reference } = found.candidate;
    await late.addChild(chair.actor, id, { reference, reason: 'The school rang this morning' });
    await this.asked(id);
    this.counts.late += 1;
  }
}

const isNew = ({ candidate }: PanelLeftOff) => candidate.kind === 'fresh';
