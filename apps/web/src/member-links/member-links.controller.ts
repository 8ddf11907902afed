import { type Actor } from '@app/access';
import { MemberLinks, type PanelMember, type PanelSeat, PanelSittings, Replies } from '@app/panels';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { PanelPages } from '../panels/panel-pages.service';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';

const KEEP = { action: 'look after the members of a panel', roles: 'any' } as const;
const STATEMENT = 'statement';
/** Sittings to come that a link can be made for. */
const AHEAD = 4;

/** Links that the coordinator gives to a member without an account. */
@Controller()
export class MemberLinksController {
  constructor(
    private readonly pages: PanelPages,
    private readonly links: MemberLinks,
    private readonly sittings: PanelSittings,
    private readonly replies: Replies,
  ) {}

  @Get(paths.panels.memberLinks(':code', ':id'))
  @Policy(KEEP)
  async show(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
  ): Promise<Page> {
    return this.page(await this.found(officer, code, id));
  }

  @Post(paths.panels.memberLinks(':code', ':id'))
  @Policy(KEEP)
  async make(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { protocol, host }: FastifyRequest,
  ): Promise<Page> {
    const found = await this.found(officer, code, id);
    const chosen = one(body, 'what');
    const sitting = found.ahead.find((each) => each.id === chosen);
    if (!sitting && chosen !== STATEMENT)
      return this.page(found, [{ field: 'what', text: 'Select what the link is for' }]);
    const token = await this.links.make(officer, found.member, sitting);
    return page('member-links/made', {
      href: `${protocol}://${host}${paths.panels.answerByLink(token)}`,
      back: backTo(found),
      member: { name: found.member.name, email: found.member.email },
    });
  }

  @Post(paths.panels.revokeMemberLink(':code', ':id', ':link'))
  @Policy(KEEP)
  async revoke(
    @SignedIn() officer: Actor,
    @Param('code') code: string,
    @Param('id') id: string,
    @Param('link') linkId: string,
  ): Promise<Redirect> {
    const { member } = await this.found(officer, code, id);
    if (!(await this.links.revoke(member, linkId))) throw new NotFoundException();
    return redirect(paths.panels.memberLinks(code, id), { flash: 'The link no longer works.' });
  }

  /** A member without an account, and the sittings that they can answer for. @throws NotFoundException, AccessDenied */
  private async found(officer: Actor, code: string, id: string) {
    const seat = await this.pages.run(officer, code, KEEP.action);
    const { member } = await this.pages.member(seat, id);
    if (member.officerId) throw new NotFoundException();
    const { ahead } = await this.sittings.diary(seat);
    return {
      seat,
      member,
      ahead: ahead.filter((each) => this.replies.isOpen(each)).slice(0, AHEAD),
    };
  }

  private async page(
    { seat, member, ahead }: Awaited<ReturnType<MemberLinksController['found']>>,
    problems: readonly Problem[] = [],
  ): Promise<Page> {
    const links = await this.links.of(member);
    const own = { seat, member };
    const options = [
      ...(member.signedOn
        ? []
        : [{ value: STATEMENT, text: 'Sign the confidentiality statement' }]),
      ...ahead.map(({ id, sitsOn }) => ({
        value: id,
        text: `Say whether they come on ${plainDay(sitsOn)}`,
      })),
    ];
    return page(
      'member-links/links',
      {
        problems,
        back: backTo(own),
        name: member.name,
        action: paths.panels.memberLinks(seat.panel.code, member.id),
        links: links.map(({ id, sitsOn, endsAt }) => ({
          what: sitsOn ? `Answer for ${plainDay(sitsOn)}` : 'Confidentiality statement',
          ends: `${plainDay(londonDay(endsAt))}, ${londonTime(endsAt)}`,
          revokeAction: paths.panels.revokeMemberLink(seat.panel.code, member.id, id),
        })),
        question: {
          kind: 'choice',
          id: 'what',
          name: 'what',
          label: 'What is the link for?',
          options,
          problem: problems[0]?.text,
        },
      },
      { status: problems.length ? 422 : 200 },
    );
  }
}

const backTo = ({ seat, member }: { seat: PanelSeat; member: PanelMember }) => ({
  text: member.name,
  href: paths.panels.member(seat.panel.code, member.id),
});
