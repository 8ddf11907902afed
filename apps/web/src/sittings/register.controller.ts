import { type Actor } from '@app/access';
import {
  type Answer,
  type AtSitting,
  INTERESTS,
  type Item,
  Register,
  SittingRoom,
} from '@app/panels';
import { ask } from '@app/pathways';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { blankForm, type PanelForm, sentForm } from '../panels/panel-form';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { nameOf } from './room-model';

const SIT = { action: 'take part in a sitting', roles: 'any' } as const;
const RUN = { action: 'run a sitting', roles: 'any' } as const;

/** Who is in the room, and who has an interest in which item. */
@Controller()
export class RegisterController {
  constructor(
    private readonly room: SittingRoom,
    private readonly registers: Register,
  ) {}

  @Post(paths.sittings.register(':id'))
  @Policy(RUN)
  async register(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Redirect> {
    const { members } = await this.room.enterRunning(officer, id);
    for (const member of members) {
      const answer = one(body, `m-${member.id}`);
      const deputyName = one(body, `d-${member.id}`) ?? '';
      if (!isAnswer(answer)) continue;
      if (answer === member.answer && deputyName === (member.deputyName ?? '')) continue;
      await this.registers.answer(officer, id, member.id, { answer, deputyName });
    }
    const back = one(body, 'item');
    return redirect(back ? paths.sittings.item(id, back) : paths.sittings.room(id), {
      flash: 'The register is kept.',
    });
  }

  @Get(paths.sittings.itemStep(':id', ':item', 'interest'))
  @Policy(SIT)
  async askInterest(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
  ): Promise<Page> {
    const { at, item } = await this.room.enterItem(officer, id, itemId);
    return blankForm(interest(at, item));
  }

  @Post(paths.sittings.itemStep(':id', ':item', 'interest'))
  @Policy(SIT)
  async declare(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { at, item } = await this.room.enterItem(officer, id, itemId);
    return sentForm(interest(at, item), body, async ({ member, kind }) => {
      await this.registers.declare(
        officer,
        { sittingId: id, itemId, memberId: member },
        kind as keyof typeof INTERESTS,
      );
      return redirect(paths.sittings.room(id), {
        flash: 'The interest is on record for this item.',
      });
    });
  }
}

const isAnswer = (value: string | undefined): value is Answer =>
  value === 'coming' || value === 'here' || value === 'apologies' || value === 'left';

/** Members that the person may speak for, and the kinds of interest. */
const interestForm = (members: Readonly<Record<string, string>>) =>
  z.strictObject({
    member: ask.choice('Who?', members),
    kind: ask.choice('What is the interest?', KINDS),
  });

const KINDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(INTERESTS).map(([kind, { label, words }]) => [kind, `${label}. ${words}`]),
);

function interest(
  { sitting, members, seat }: AtSitting,
  item: Item,
): PanelForm<ReturnType<typeof interestForm>> {
  const offered = seat.runs ? members : seat.members;
  const schema = interestForm(Object.fromEntries(offered.map(({ id, name }) => [id, name])));
  return {
    title: 'Declare an interest',
    lead: `In the item about ${nameOf(item)}.`,
    schema,
    action: paths.sittings.itemStep(sitting.id, item.id, 'interest'),
    submit: 'Put it on record',
    back: { text: 'The room', href: paths.sittings.room(sitting.id) },
  };
}
