import { fieldsOf } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type z } from 'zod';

/** What a sitting knows that an event of a case may ask for. */
export interface Known {
  readonly sittingId: string;
  /** The sitting that the case is for from now on. */
  readonly on?: CalendarDay | undefined;
  /** A code where the event offers codes, else its words. */
  readonly reason?: { readonly code: string; readonly words: string };
  /** Who approved that it waits beyond the usual limit. */
  readonly approvedBy?: string | undefined;
  readonly attendees?: readonly string[];
  readonly interests?: readonly string[];
  readonly conflicts?: readonly string[];
  readonly deputyChair?: string | undefined;
  readonly quorate?: boolean;
  readonly slot?: number;
  readonly invitees?: readonly string[];
  readonly pexRisk?: boolean;
}

/** Puts what the sitting knows under the names that the event asks for; anything that it does not ask stays out. */
export function answersFor(payload: z.ZodObject, known: Known): Record<string, unknown> {
  const found = fieldsOf(payload).map(({ name, options }) => {
    const value = FINDERS[name]?.(known, options);
    return [name, Array.isArray(value) && options ? value.filter((it) => it in options) : value];
  });
  return Object.fromEntries(
    found.filter(([, value]) => value !== undefined && !(Array.isArray(value) && !value.length)),
  ) as Record<string, unknown>;
}

type Find = (known: Known, options?: Readonly<Record<string, string>>) => unknown;

const day: Find = ({ on }) => on;
const sitting: Find = ({ sittingId }) => sittingId;
const reason: Find = ({ reason: why }, options) =>
  why && (options && why.code in options ? why.code : options ? undefined : why.words);

const FINDERS: Readonly<Record<string, Find>> = {
  meetingOn: day,
  newDate: day,
  panelOn: day,
  meetingId: sitting,
  newMeetingId: sitting,
  reason,
  reasons: reason,
  cause: reason,
  approvedBy: ({ approvedBy }) => approvedBy,
  attendees: ({ attendees }) => attendees,
  interests: ({ interests }) => interests?.join('\n') || undefined,
  conflicts: ({ conflicts }) => conflicts,
  deputyChair: ({ deputyChair }) => deputyChair,
  quorate: ({ quorate }) => quorate,
  slot: ({ slot }) => slot,
  invitees: ({ invitees }) => invitees,
  pexRisk: ({ pexRisk }) => pexRisk,
};
