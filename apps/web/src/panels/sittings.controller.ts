import { AccessDenied, type Actor } from '@app/access';
import {
  extraForm,
  moveForm,
  type PanelSeat,
  type PanelSitting,
  PanelSittings,
  Replies,
  replyForm,
  SittingDays,
} from '@app/panels';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { blankForm, type PanelForm, sentForm } from './panel-form';
import { backTo, PanelPages } from './panel-pages.service';
import { sittingModel } from './sitting-model';

const SEE = { action: 'see a sitting', roles: 'any' } as const;
const RUN = { action: 'set the days of a panel', roles: 'any' } as const;
const REPLY = { action: 'answer for a sitting', roles: 'any' } as const;

/** The days of a panel: a sitting, who comes to it, another day for it, and one sitting more. */
@Controller()
export class SittingsController {
  constructor(
    private readonly pages: PanelPages,
    private readonly sittings: PanelSittings,
    private readonly replies: Replies,
    private readonly days: SittingDays,
  ) {}

  @Get(paths.panels.addSitting(':code'))
  @Policy(RUN)
  async askExtra(@SignedIn() officer: Actor, @Param('code') code: string): Promise<Page> {
    return blankForm(extra(await this.pages.run(officer, code, RUN.action)));
  }

  @Post(paths.panels.addSitting(':code'))
  @Policy(RUN)
  async addExtra(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const seat = await this.pages.run(officer, code, RUN.action);
    return sentForm(extra(seat), body, async (typed) => {
      const id = await this.days.add(officer, seat.panel, typed);
      return redirect(paths.panels.sitting(code, id), {
        flash: `${seat.panel.name} also sits on ${plainDay(typed.on)}.`,
      });
    });
  }

  @Get(paths.panels.sitting(':code', ':id'))
  @Policy(SEE)
  async show(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
  ): Promise<Page> {
    const seat = await this.pages.seat(officer, code);
    const sitting = await this.pages.sitting(seat, id);
    const [people, daysSet] = await Promise.all([
      this.replies.of(seat.panel, sitting),
      this.sittings.daysSet(seat.panel, id),
    ]);
    const mayReply = this.replies.isOpen(sitting);
    return page('panels/sitting', {
      back: backTo(seat),
      ...sittingModel({ seat, officer, sitting, people, daysSet, mayReply }),
    });
  }

  @Get(paths.panels.moveSitting(':code', ':id'))
  @Policy(RUN)
  async askMove(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
  ): Promise<Page> {
    const seat = await this.pages.run(officer, code, RUN.action);
    return blankForm(moving(seat, await this.pages.sitting(seat, id)));
  }

  @Post(paths.panels.moveSitting(':code', ':id'))
  @Policy(RUN)
  async move(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const seat = await this.pages.run(officer, code, RUN.action);
    const sitting = await this.pages.sitting(seat, id);
    return sentForm(moving(seat, sitting), body, async (typed) => {
      await this.days.move(officer, seat.panel, sitting, typed);
      return redirect(paths.panels.sitting(code, id), {
        flash: `The sitting moves to ${plainDay(typed.to)}. Calendars follow, and members are asked again whether they can come.`,
      });
    });
  }

  @Get(paths.panels.reply(':code', ':id', ':member'))
  @Policy(REPLY)
  async askReply(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
    @Param('member') memberId: string,
  ): Promise<Page> {
    return blankForm((await this.replying(officer, { code, id, memberId })).form);
  }

  @Post(paths.panels.reply(':code', ':id', ':member'))
  @Policy(REPLY)
  async reply(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
    @Param('member') memberId: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { form, sitting, member } = await this.replying(officer, { code, id, memberId });
    return sentForm(form, body, async (typed) => {
      await this.replies.answer(officer, sitting, member, typed);
      return redirect(paths.panels.sitting(code, id), { flash: 'The answer is kept.' });
    });
  }

  private async replying(
    officer: Actor,
    { code, id, memberId }: { code: string; id: string; memberId: string },
  ) {
    const seat = await this.pages.seat(officer, code);
    const sitting = await this.pages.sitting(seat, id);
    const people = await this.replies.of(seat.panel, sitting);
    const member = people.find((each) => each.id === memberId);
    if (!member) throw new NotFoundException();
    const isOwn = member.officerId === officer.id;
    if (!isOwn && !seat.runs) throw new AccessDenied('answer for somebody else');
    const deputies = people.filter(({ deputyOf }) => deputyOf === memberId);
    const form: PanelForm<typeof replyForm> = {
      title: isOwn ? 'Can you come?' : `Does ${member.name} come?`,
      lead: [
        `${seat.panel.name}, ${plainDay(sitting.sitsOn)}.`,
        ...deputies.map(({ name }) => `${name} is a deputy.`),
      ].join(' '),
      schema: replyForm,
      action: paths.panels.reply(code, id, memberId),
      submit: 'Send the answer',
      back: { text: 'The sitting', href: paths.panels.sitting(code, id) },
      values: { answer: member.answer ?? undefined, deputyName: member.deputyName ?? undefined },
    };
    return { form, sitting, member };
  }
}

function extra(seat: PanelSeat): PanelForm<typeof extraForm> {
  const { startsAt, minutes } = seat.panel.terms.cadence;
  return {
    title: 'Add a sitting',
    lead: 'One sitting more than the series has. Papers are due as the terms say, counted from its day.',
    schema: extraForm,
    action: paths.panels.addSitting(seat.panel.code),
    submit: 'Add this sitting',
    back: backTo(seat),
    values: { startsAt, minutes },
  };
}

function moving(seat: PanelSeat, sitting: PanelSitting): PanelForm<typeof moveForm> {
  const { code } = seat.panel;
  return {
    title: `Move the sitting of ${plainDay(sitting.sitsOn)}`,
    lead: 'Papers are then due as the terms say, counted from the new day.',
    schema: moveForm,
    action: paths.panels.moveSitting(code, sitting.id),
    submit: 'Move this sitting',
    back: { text: 'The sitting', href: paths.panels.sitting(code, sitting.id) },
  };
}
