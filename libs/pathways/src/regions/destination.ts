import { z } from 'zod';
import { standsIn } from '../building-blocks';
import { type CalendarDay } from '@app/statutory-calendar';
import { type ClockRule, type PastStep } from '../clock-rule';
import { type EventDefinition, type PathwayEvent, said } from '../event';
import { area, school } from '../fields';
import { type Guard } from '../pathway';
import { WORKERS } from './people-who-act';

/** The next school or setting of a child who moves on: not known, offered, confirmed, or disputed. */
export const destinationEvents = {
  DESTINATION_OFFERED: {
    title: 'Record the school offered',
    happened: 'School offered',
    payload: z.strictObject({ urn: school('School') }),
    example: { urn: '199020' },
    roles: WORKERS,
    prominence: 'other',
  },
  DESTINATION_CONFIRMED: {
    title: 'Record the school confirmed',
    happened: 'School confirmed',
    payload: z.strictObject({ urn: school('School') }),
    example: { urn: '199020' },
    roles: WORKERS,
    prominence: 'other',
  },
  APPEAL_LODGED: {
    title: 'Record an appeal about the school',
    happened: 'Appeal about the school lodged',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: WORKERS,
    prominence: 'rare',
  },
  APPEAL_DECIDED: {
    title: 'Record the appeal’s outcome',
    happened: 'Appeal about the school decided',
    payload: z.strictObject({ urn: school('School the child will go to') }),
    example: { urn: '199020' },
    roles: WORKERS,
    prominence: 'other',
  },
  DESTINATION_CHANGED: {
    title: 'Record another secondary school',
    happened: 'Secondary school changed',
    payload: z.strictObject({ newUrn: school('New school') }),
    example: { newUrn: '199021' },
    roles: WORKERS,
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

/** The school that an event of this region names, for the machine's action `keepDestination`. */
export const destinationIn = (event: PathwayEvent) => said(event, 'urn', 'newUrn') ?? null;

/** Needs the machine's action `keepDestination`. */
export const destinationRegion = {
  initial: 'unknown',
  states: {
    unknown: {
      on: {
        DESTINATION_OFFERED: { target: 'provisional', actions: 'keepDestination' },
        DESTINATION_CONFIRMED: { target: 'confirmed', actions: 'keepDestination' },
      },
    },
    provisional: {
      on: {
        DESTINATION_CONFIRMED: { target: 'confirmed', actions: 'keepDestination' },
        APPEAL_LODGED: 'disputed',
      },
    },
    confirmed: {
      entry: { type: 'send', params: { notice: 'N-09', to: ['destination_school'] } },
      on: {
        APPEAL_LODGED: 'disputed',
        DESTINATION_CHANGED: { target: 'provisional', actions: 'keepDestination' },
      },
    },
    disputed: {
      on: {
        DESTINATION_CONFIRMED: { target: 'confirmed', actions: 'keepDestination' },
        APPEAL_DECIDED: { target: 'confirmed', actions: 'keepDestination' },
      },
    },
  },
} as const;

export const destinationConfirmed = (text: string, what: string): Guard => ({
  test: standsIn('destination', 'confirmed'),
  text,
  missing: () => [
    { what, who: 'The family or the admissions team', byEvent: 'DESTINATION_CONFIRMED' },
  ],
});

/** A dispute is looked at every four weeks: planning goes on for the school allocated. */
export const appealCheck: ClockRule = {
  basis: 'local',
  effective: { from: '2014-09-01' },
  code: 'appeal_check',
  source: 'Local aim: every 4 weeks',
  label: 'Appeal about the school',
  ask: 'Ask how the appeal stands',
  because: 'The school is disputed; plan for the one allocated.',
  doneBy: 'APPEAL_DECIDED',
  holder: 'the appeal panel',
  starts: [{ enters: ['destination.disputed'] }],
  limit: { unit: 'CW', n: 4 },
  metBy: ['APPEAL_DECIDED', 'DESTINATION_CONFIRMED'],
  within: ['destination.disputed'],
};

/** The day of the event, but never before the calendar year in which the child moves: for days of that school year. */
export function inYearOfMove({ event, context }: PastStep): CalendarDay {
  const newYear = `${String(context['moveYear'])}-01-01`;
  return event.occurredOn < newYear ? newYear : event.occurredOn;
}

/** Words for where the next school or setting stands: `School not known`. */
export const destinationStates = (what: string) => ({
  unknown: `${what} not known`,
  provisional: `${what} offered`,
  confirmed: `${what} confirmed`,
  disputed: 'Appeal about the school open',
});
