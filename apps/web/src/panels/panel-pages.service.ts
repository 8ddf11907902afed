import { AccessDenied, type Actor } from '@app/access';
import {
  type PanelMember,
  PanelMembers,
  type PanelSeat,
  Panels,
  type PanelSitting,
  PanelSittings,
} from '@app/panels';
import { Injectable, NotFoundException } from '@nestjs/common';
import { paths } from '../paths';

/** Finds a panel and what belongs to it for somebody who may know of it: anybody else is told that there is none. */
@Injectable()
export class PanelPages {
  constructor(
    private readonly panels: Panels,
    private readonly members: PanelMembers,
    private readonly sittings: PanelSittings,
  ) {}

  /** @throws NotFoundException */
  async seat(officer: Actor, code: string): Promise<PanelSeat> {
    const seat = await this.panels.find(officer, code);
    if (!seat) throw new NotFoundException();
    return seat;
  }

  /** For those who look after the panel. @throws NotFoundException, AccessDenied */
  async run(officer: Actor, code: string, doing: string): Promise<PanelSeat> {
    const seat = await this.seat(officer, code);
    if (!seat.runs) throw new AccessDenied(doing);
    return seat;
  }

  /** A sitting of this panel. @throws NotFoundException */
  async sitting(seat: PanelSeat, id: string): Promise<PanelSitting> {
    const sitting = await this.sittings.find(seat, id);
    if (!sitting) throw new NotFoundException();
    return sitting;
  }

  /** Somebody who sits or sat on this panel, and everybody beside them. @throws NotFoundException */
  async member(
    { panel }: PanelSeat,
    id: string,
  ): Promise<{ member: PanelMember; all: PanelMember[] }> {
    const all = await this.members.history(panel);
    const member = all.find((each) => each.id === id);
    if (!member) throw new NotFoundException();
    return { member, all };
  }
}

/** The way back from a page below a panel. */
export const backTo = ({ panel }: PanelSeat) => ({
  text: panel.name,
  href: paths.panels.one(panel.code),
});
