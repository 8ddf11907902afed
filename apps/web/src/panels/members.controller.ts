import { AccessDenied, type Actor } from '@app/access';
import {
  CONFIDENTIALITY,
  endForm,
  memberForm,
  type PanelMember,
  PanelMembers,
  type PanelSeat,
  signedForm,
  type TypedMember,
} from '@app/panels';
import { Officers } from '@app/people';
import { Clock } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { memberRow } from './member-row';
import { blankForm, type PanelForm, sentForm } from './panel-form';
import { backTo, PanelPages } from './panel-pages.service';

const SEE = { action: 'see the members of a panel', roles: 'any' } as const;
const KEEP = { action: 'look after the members of a panel', roles: 'any' } as const;

/** Who sits on a panel: somebody joins, leaves, and signs the confidentiality statement. */
@Controller()
export class MembersController {
  constructor(
    private readonly pages: PanelPages,
    private readonly members: PanelMembers,
    private readonly officers: Officers,
    private readonly clock: Clock,
  ) {}

  @Get(paths.panels.addMember(':code'))
  @Policy(KEEP)
  async ask(@SignedIn() officer: Actor, @Param('code') code: string): Promise<Page> {
    return blankForm(await this.adding(officer, await this.pages.run(officer, code, KEEP.action)));
  }

  @Post(paths.panels.addMember(':code'))
  @Policy(KEEP)
  async add(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const seat = await this.pages.run(officer, code, KEEP.action);
    return sentForm(await this.adding(officer, seat), body, async (typed) => {
      const { name } = await this.members.add(officer, seat.panel, typed as TypedMember);
      return redirect(paths.panels.one(code), { flash: `${name} is a member.` });
    });
  }

  @Get(paths.panels.member(':code', ':id'))
  @Policy(SEE)
  async show(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
  ): Promise<Page> {
    const seat = await this.pages.seat(officer, code);
    const { member, all } = await this.pages.member(seat, id);
    const isOwn = member.officerId === officer.id;
    return page('panels/member', {
      back: backTo(seat),
      member: { ...memberRow(seat, all)(member), email: member.email },
      deputies: all.filter(({ deputyOf }) => deputyOf === id).map(memberRow(seat, all)),
      statementHref:
        !member.signedOn && (isOwn || seat.runs) ? paths.panels.statement(code, id) : undefined,
      isOwn,
      linksHref: seat.runs && !member.officerId ? paths.panels.memberLinks(code, id) : undefined,
      endHref: seat.runs ? paths.panels.endMember(code, id) : undefined,
    });
  }

  @Get(paths.panels.endMember(':code', ':id'))
  @Policy(KEEP)
  async askEnd(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
  ): Promise<Page> {
    const seat = await this.pages.run(officer, code, KEEP.action);
    return blankForm(ending(seat, (await this.pages.member(seat, id)).member));
  }

  @Post(paths.panels.endMember(':code', ':id'))
  @Policy(KEEP)
  async end(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const seat = await this.pages.run(officer, code, KEEP.action);
    const { member } = await this.pages.member(seat, id);
    return sentForm(ending(seat, member), body, async ({ untilOn }) => {
      await this.members.end(member, untilOn);
      return redirect(paths.panels.one(code), {
        flash: `The last day of ${member.name} is set. The record of who sat when stays.`,
      });
    });
  }

  @Get(paths.panels.statement(':code', ':id'))
  @Policy(SEE)
  async statement(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
  ): Promise<Page> {
    const { seat, member, isOwn } = await this.signing(officer, code, id);
    return blankForm(isOwn ? ownStatement(seat, member) : onPaper(seat, member));
  }

  @Post(paths.panels.statement(':code', ':id'))
  @Policy(SEE)
  async sign(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { seat, member, isOwn } = await this.signing(officer, code, id);
    const done = redirect(paths.panels.member(code, id), { flash: 'The statement is signed.' });
    if (isOwn) {
      await this.members.sign(member);
      return done;
    }
    return sentForm(onPaper(seat, member), body, async ({ signedOn }) => {
      await this.members.sign(member, signedOn);
      return done;
    });
  }

  private async signing(officer: Actor, code: string, id: string) {
    const seat = await this.pages.seat(officer, code);
    const { member } = await this.pages.member(seat, id);
    const isOwn = member.officerId === officer.id;
    if (!isOwn && !seat.runs) throw new AccessDenied('sign for somebody else');
    return { seat, member, isOwn };
  }

  private async adding(officer: Actor, seat: PanelSeat) {
    const today = this.clock.today();
    const sits = await this.members.on(seat.panel, today);
    const officers = (await this.officers.list(officer)).filter(({ active }) => active);
    return {
      title: 'Add a member',
      lead: 'Deputies are members too: say for whom they stand in.',
      schema: memberForm(sits.filter(({ deputyOf }) => !deputyOf)),
      action: paths.panels.addMember(seat.panel.code),
      submit: 'Add this member',
      back: backTo(seat),
      choices: { officers: officers.map(({ id, name }) => ({ value: id, text: name })) },
      values: { fromOn: today },
    };
  }
}

function ending(seat: PanelSeat, member: PanelMember): PanelForm<typeof endForm> {
  return {
    title: `When does ${member.name} leave?`,
    lead: 'They are asked to no sitting after that day. What they did before stays on the record.',
    schema: endForm,
    action: paths.panels.endMember(seat.panel.code, member.id),
    submit: 'Set the last day',
    back: backTo(seat),
    ...(member.untilOn && { values: { untilOn: member.untilOn } }),
  };
}

const NOTHING = z.strictObject({});

const signing = (seat: PanelSeat, member: PanelMember) => ({
  title: 'Confidentiality statement',
  points: CONFIDENTIALITY,
  action: paths.panels.statement(seat.panel.code, member.id),
  back: { text: member.name, href: paths.panels.member(seat.panel.code, member.id) },
});

const ownStatement = (seat: PanelSeat, member: PanelMember): PanelForm => ({
  ...signing(seat, member),
  lead: `As a member of ${seat.panel.name}:`,
  schema: NOTHING,
  submit: 'Sign this statement',
});

const onPaper = (seat: PanelSeat, member: PanelMember): PanelForm<typeof signedForm> => ({
  ...signing(seat, member),
  lead: `${member.name} signs on paper. Record here that the paper is kept.`,
  schema: signedForm,
  submit: 'Record that it is signed',
});
