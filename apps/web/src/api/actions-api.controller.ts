import { type Actor } from '@app/access';
import {
  actionForms,
  Actions,
  actionsShownTo,
  type OwnAction,
  OwnActions,
  OWNERS_SAY,
  type SupportedCase,
} from '@app/casework';
import { Body, Controller, Get, Headers, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { Additions } from './additions.service';
import { answersIn, bodyOf, tellAction } from './commands';
import { reads, writes } from './described';

const SEE = { action: 'see the actions of a case', roles: 'any', relation: 'case' } as const;
const WORK = { ...SEE, action: 'work on the actions of a case' } as const;
const PART = 'actions';
const ONE = 'one action';

/** Actions of a case, for programs. The owner of one says how it stands, even where the rest of the case is not theirs to see. */
@ApiTags('Support')
@Controller()
export class ActionsApiController {
  constructor(
    private readonly additions: Additions,
    private readonly actions: Actions,
    private readonly own: OwnActions,
  ) {}

  @Get(paths.api.ownActions)
  @Policy({ action: 'see my own actions', roles: 'any' })
  @ApiOperation({ summary: 'What you yourself are still to do, on whichever case' })
  async mine(@SignedIn() officer: Actor) {
    return { actions: await this.own.all(officer) };
  }

  @Get(paths.api.actions(':reference'))
  @Policy(SEE)
  @reads(
    'What is to be done, by whom and by when; those still to be done first. The child’s school gets its own',
  )
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string) {
    const { file, relation } = await this.additions.see(officer, reference, PART);
    const actions = await this.actions.of(officer.authority, file.id);
    return { actions: actionsShownTo(officer, relation, actions) };
  }

  @Get(paths.api.action(':reference', ':id'))
  @Policy(SEE)
  @reads('One action, with what happened to it, newest first')
  async show(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ) {
    const owned = await this.ownedBy(officer, reference, id);
    if (owned) return owned.action;
    const { file } = await this.additions.see(officer, reference, ONE);
    return this.mustFind(officer, file.id, id);
  }

  @Post(paths.api.actions(':reference'))
  @Policy(WORK)
  @writes('Add an action for one person', actionForms.add)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const opened = await this.additions.work(officer, reference, PART);
    const said = answersIn(actionForms.add, body);
    const sent = { reference, part: PART, key, said };
    return this.additions.write(officer, opened, sent, async (runner) => ({
      id: await this.actions.add(officer, opened, said, { runner }),
    }));
  }

  @Post(paths.api.actionEvents(':reference', ':id'))
  @Policy(WORK)
  @writes('Record what became of an action; its owner does so from anywhere', tellAction)
  async tell(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const { type, payload } = bodyOf(tellAction, body);
    const subject = await this.toTell(officer, reference, id, type);
    const typed = answersIn(actionForms[type], payload);
    const sent = { reference, part: `${PART} ${id}`, key, said: { type, typed } };
    return this.additions.write(officer, subject, sent, async (tx) => ({
      id,
      state: await this.actions.tellIn(tx, officer, subject, id, { type, typed }),
    }));
  }

  /** The case of an action for whoever may say this of it. */
  private async toTell(
    officer: Actor,
    reference: string,
    id: string,
    type: string,
  ): Promise<SupportedCase> {
    const owned = await this.ownedBy(officer, reference, id);
    if (owned && OWNERS_SAY.some((it) => it === type)) return owned.subject;
    const opened = await this.additions.work(officer, reference, PART);
    await this.mustFind(officer, opened.file.id, id);
    return opened;
  }

  /** The action in the hands of an owner who has not the case. */
  private async ownedBy(
    officer: Actor,
    reference: string,
    id: string,
  ): Promise<OwnAction | undefined> {
    const owned = await this.own.open(officer, id);
    const isHere = owned && !owned.hasCase && owned.subject.file.reference === reference;
    return isHere ? owned : undefined;
  }

  private async mustFind({ authority }: Actor, caseId: string, id: string) {
    const action = await this.actions.find(authority, caseId, id);
    if (!action) throw new NotFoundException();
    return action;
  }
}
