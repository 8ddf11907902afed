import { type Actor } from '@app/access';
import {
  Agendas,
  LastActions,
  LateItems,
  MinutesBook,
  PaperLinks,
  Register,
  SittingRoom,
} from '@app/panels';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bodyOf } from '../api/commands';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { readsSitting, writesSitting } from './described-sitting';
import { agendaAnswer, sittingAnswer } from './sitting-answers';
import {
  addendum,
  agendaChange,
  lateItem,
  paperWanted,
  registered,
  sittingEvent,
} from './sitting-commands';
import { SittingEvents } from './sitting-events.service';

const SEE = { action: 'see a sitting', roles: 'any' } as const;
const RUN = { action: 'run a sitting', roles: 'any' } as const;

/** Sittings, for programs: the same items, the same commands and the same refusals as on the pages of the one who asks. */
@ApiTags('Panels')
@Controller()
export class SittingsApiController {
  constructor(
    private readonly room: SittingRoom,
    private readonly agendas: Agendas,
    private readonly late: LateItems,
    private readonly registers: Register,
    private readonly minutes: MinutesBook,
    private readonly last: LastActions,
    private readonly papers: PaperLinks,
    private readonly events: SittingEvents,
  ) {}

  @Get(paths.api.sitting(':id'))
  @Policy(SEE)
  @readsSitting('A sitting with its register and the items that are for you, and how many are not')
  async show(@SignedIn() officer: Actor, @Param('id') id: string) {
    const at = await this.room.enter(officer, id);
    return { ...sittingAnswer(at), lastActions: await this.last.lastActions(officer, id) };
  }

  @Get(paths.api.sittingAgenda(':id'))
  @Policy(RUN)
  @readsSitting('The agenda: who is on it and why, who is not and what would change that')
  async agenda(@SignedIn() officer: Actor, @Param('id') id: string) {
    return agendaAnswer(await this.agendas.of(officer, id));
  }

  @Post(paths.api.sittingLine(':id', ':reference'))
  @Policy(RUN)
  @writesSitting('Change one line of the agenda, with the reason', agendaChange, 'reference')
  async change(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ) {
    const { expectedVersion: seen, ...line } = bodyOf(agendaChange, body);
    await this.agendas.change(officer, id, { ...line, reference, seen });
    return this.agenda(officer, id);
  }

  @Post(paths.api.lateItems(':id'))
  @Policy(RUN)
  @writesSitting('Add a child once the papers are out, or a whole school', lateItem)
  async addLate(@SignedIn() officer: Actor, @Param('id') id: string, @Body() body: unknown) {
    const said = bodyOf(lateItem, body);
    if ('urn' in said) await this.late.addSchool(officer, id, said);
    else await this.late.addChild(officer, id, said);
    return this.show(officer, id);
  }

  @Post(paths.api.sittingEvents(':id'))
  @Policy(RUN)
  @writesSitting('Take a sitting to its next stage, to the approval of its minutes', sittingEvent)
  async record(@SignedIn() officer: Actor, @Param('id') id: string, @Body() body: unknown) {
    await this.events.record(officer, id, bodyOf(sittingEvent, body));
    return this.show(officer, id);
  }

  @Post(paths.api.register(':id'))
  @Policy(SEE)
  @writesSitting('Record who comes and who is here; your own answer before the sitting', registered)
  async register(@SignedIn() officer: Actor, @Param('id') id: string, @Body() body: unknown) {
    const { memberId, expectedVersion: seen, ...said } = bodyOf(registered, body);
    await this.registers.answer(officer, id, memberId, { ...said, seen });
    return this.show(officer, id);
  }

  @Post(paths.api.papers(':id'))
  @Policy(SEE)
  @writesSitting('Ask for a paper: the answer is a link for you, which ends by itself', paperWanted)
  async paper(@SignedIn() officer: Actor, @Param('id') sittingId: string, @Body() body: unknown) {
    const wanted = bodyOf(paperWanted, body);
    const { id, endsAt } = await this.papers.make(officer, { ...wanted, sittingId });
    return { href: paths.sittings.paperLink(id), endsAt };
  }

  @Get(paths.api.minutes(':id'))
  @Policy(SEE)
  @readsSitting('The minutes with the items that are for you')
  async read(@SignedIn() officer: Actor, @Param('id') id: string) {
    const { at, model } = await this.minutes.of(officer, id);
    return { version: at.sitting.version, stage: at.sitting.stage, ...model };
  }

  @Post(paths.api.addenda(':id'))
  @Policy(RUN)
  @writesSitting('Correct approved minutes: the text stands beside them', addendum)
  async correct(@SignedIn() officer: Actor, @Param('id') id: string, @Body() body: unknown) {
    await this.minutes.addendum(officer, id, bodyOf(addendum, body));
    return this.read(officer, id);
  }
}
