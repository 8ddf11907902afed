import { ask } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { z } from 'zod';
import { type Service, SERVICES } from '../pure/terms';

/** Somebody who sits on a panel, sat on it, or will. */
export interface PanelMember {
  readonly id: string;
  /** Somebody with an account; others are reached by e-mail. */
  readonly officerId: string | null;
  readonly name: string;
  readonly email: string;
  readonly service: Service;
  /** Comes to every item; others only to those that call for them. */
  readonly core: boolean;
  readonly deputyOf: string | null;
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay | null;
  /** When the confidentiality statement was signed. */
  readonly signedOn: CalendarDay | null;
}

const WHEN = { every: 'Every item', invited: 'Only where they are invited' } as const;

/** The form of a new member. The people for whom somebody may stand in depend on the panel. */
export const memberForm = (members: readonly Pick<PanelMember, 'id' | 'name'>[]) =>
  z.strictObject({
    officerId: ask
      .officer('Who is it?', 'Somebody with an account. For anyone else, fill in the next two')
      .optional(),
    name: ask.text('Name, if they have no account').optional(),
    email: ask.text('Their e-mail address').optional(),
    service: ask.choice('Which service or part do they sit for?', SERVICES),
    comesTo: ask.choice('What do they come to?', WHEN),
    ...(members.length && {
      deputyOf: ask
        .choice(
          'Do they stand in for somebody?',
          Object.fromEntries(members.map(({ id, name }) => [id, name])),
          'Choose the person whose deputy they are',
        )
        .optional(),
    }),
    fromOn: ask.day('From which day?'),
    untilOn: ask.day('Until which day?', 'Leave it empty if no end is agreed').optional(),
  });

export interface TypedMember {
  readonly officerId?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly service: Service;
  readonly comesTo: keyof typeof WHEN;
  readonly deputyOf?: string | undefined;
  readonly fromOn: CalendarDay;
  readonly untilOn?: CalendarDay | undefined;
}

/** The form with which a membership ends. */
export const endForm = z.strictObject({ untilOn: ask.day('What is their last day?') });

/** The form with which the coordinator records a statement that was signed on paper. */
export const signedForm = z.strictObject({ signedOn: ask.day('When was the statement signed?') });

/** What every member signs before they see anything about a child. */
export const CONFIDENTIALITY = [
  'I use what I learn here only for the children and schools that the panel talks about.',
  'I do not pass papers on, and I keep no copy after the minutes are approved.',
  'I say so at once when I know a child or family outside my work, or my school gains by a decision.',
  'I tell the coordinator on the same day if papers are lost or reach somebody else.',
] as const;
