import { type Actor } from '@app/access';
import { Entries, ItemSteps, Register, SittingRoom } from '@app/panels';
import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { bodyOf, commandKey } from '../api/commands';
import { documented } from '../api/documented';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { readsSitting, writesSitting } from './described-sitting';
import { ItemPages } from './item-pages.service';
import { itemAnswer } from './sitting-answers';
import { decided, deferred, interestDeclared, seenItem } from './sitting-commands';

const SIT = { action: 'take part in a sitting', roles: 'any' } as const;
const RUN = { action: 'run a sitting', roles: 'any' } as const;

/** Items of a sitting, for programs: opened, decided with actions, put off; interests declared. */
@ApiTags('Panels')
@Controller()
export class ItemsApiController {
  constructor(
    private readonly room: SittingRoom,
    private readonly items: ItemSteps,
    private readonly registers: Register,
    private readonly entries: Entries,
    private readonly pages: ItemPages,
  ) {}

  @Get(paths.api.item(':id', ':item'))
  @Policy(SIT)
  @readsSitting('One item: why it is on, who is here for it, what can be decided', 'item')
  async show(@SignedIn() officer: Actor, @Param('id') id: string, @Param('item') itemId: string) {
    const { at, item } = await this.room.enterItem(officer, id, itemId);
    const options = await this.pages.decisions(officer, at, item);
    const answer = itemAnswer(at, item, { facts: await this.pages.facts(item), options });
    if (!options.length) return answer;
    return { ...answer, typed: await this.entries.of(officer, id, itemId) };
  }

  @Post(paths.api.itemPart(':id', ':item', 'open'))
  @Policy(RUN)
  @writesSitting('Open an item, where there is a quorum for it', seenItem, 'item')
  async open(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: unknown,
  ) {
    await this.items.open(officer, id, itemId, bodyOf(seenItem, body).expectedVersion);
    return this.show(officer, id, itemId);
  }

  @Post(paths.api.itemPart(':id', ':item', 'leave'))
  @Policy(RUN)
  @writesSitting('Leave an open item for later in the sitting', seenItem, 'item')
  async leave(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: unknown,
  ) {
    await this.items.leave(officer, id, itemId, bodyOf(seenItem, body).expectedVersion);
    return this.show(officer, id, itemId);
  }

  @Post(paths.api.itemPart(':id', ':item', 'interests'))
  @Policy(SIT)
  @writesSitting(
    'Declare an interest in an item: your own, or a member’s',
    interestDeclared,
    'item',
  )
  async declare(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: unknown,
  ) {
    const { memberId, kind, expectedVersion } = bodyOf(interestDeclared, body);
    const about = { sittingId: id, itemId, memberId };
    await this.registers.declare(officer, about, kind, expectedVersion);
    return { declared: { memberId, kind } };
  }

  @Post(paths.api.itemPart(':id', ':item', 'decision'))
  @Policy(RUN)
  @ApiHeader(documented.key)
  @writesSitting(
    'Decide an open item, with its actions; the chair of the item does',
    decided,
    'item',
  )
  async decide(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ) {
    const { expectedVersion: version, ...said } = bodyOf(decided, body);
    await this.items.decide(officer, {
      ...{ ...said, sittingId: id, itemId, version },
      commandKey: commandKey(officer, key),
    });
    return this.show(officer, id, itemId);
  }

  @Post(paths.api.itemPart(':id', ':item', 'deferral'))
  @Policy(RUN)
  @writesSitting('Put an item off to the next sitting', deferred, 'item')
  async defer(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: unknown,
  ) {
    const { expectedVersion: seen, ...said } = bodyOf(deferred, body);
    await this.items.defer(officer, { ...said, sittingId: id, itemId, seen });
    return this.show(officer, id, itemId);
  }
}
