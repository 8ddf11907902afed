import { type PanelMember, type PanelSeat, SERVICES } from '@app/panels';
import { plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** One member of a panel, in words. `all` names those for whom somebody stands in. */
export const memberRow =
  ({ panel }: PanelSeat, all: readonly PanelMember[]) =>
  (member: PanelMember) => ({
    href: paths.panels.member(panel.code, member.id),
    name: member.name,
    outside: member.officerId === null,
    service: SERVICES[member.service],
    comesTo: member.core ? 'Every item' : 'Where invited',
    deputyFor: all.find(({ id }) => id === member.deputyOf)?.name,
    dates: datesWords(member),
    signed: member.signedOn ? plainDay(member.signedOn) : undefined,
  });

/** 'From 1 September 2026', 'From 1 September 2026 to 31 August 2027'. */
export function datesWords({ fromOn, untilOn }: Pick<PanelMember, 'fromOn' | 'untilOn'>): string {
  return `From ${plainDay(fromOn)}${untilOn ? ` to ${plainDay(untilOn)}` : ''}`;
}
