import { barriersOf, stops } from './agenda-barriers';
import { inOrder } from './agenda-order';
import { filled, type Filled } from './agenda-room';
import {
  type Agenda,
  type AgendaLine,
  type Circumstances,
  type LeftOff,
  mayNotWait,
  slotOf,
} from './agenda-shape';
import { offByBarrier, offForRoom, warningsOf, whyOn } from './agenda-words';
import { type Candidate } from './terms';

/** Kept of the opening minutes for the close of the sitting. */
export const CLOSE = 3;

/**
 * The agenda of one sitting and why: every candidate comes out on it or left off, with what would put it on
 * (handbook 3.4 and corrections to it). Pure: the same candidates in any order give the same agenda.
 */
export function buildAgenda<C extends Candidate>(
  candidates: readonly C[],
  circumstances: Circumstances,
): Agenda<C> {
  const barred = new Map(
    candidates
      .map((it) => [it, barriersOf(it, circumstances)] as const)
      .filter(([, b]) => b.length),
  );
  const mayGo = (it: C) =>
    mayNotWait(it, circumstances) || !barred.get(it)?.some((barrier) => stops(barrier, it));
  const room = filled(candidates.filter(mayGo), circumstances);
  const off: LeftOff<C>[] = [
    ...room.waiting.map((it) => offForRoom(it, room, circumstances)),
    ...candidates
      .filter((it) => !mayGo(it))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((it) => offByBarrier(it, barred.get(it) ?? [], circumstances)),
  ];
  return {
    lines: linesOf(room, circumstances),
    left: off,
    warnings: warningsOf(room, off, barred, circumstances),
    log: [],
  };
}

function linesOf<C extends Candidate>(
  room: Filled<C>,
  circumstances: Circumstances,
): AgendaLine<C>[] {
  const { startsAt, terms } = circumstances;
  const order = inOrder(room.on);
  const lines = order.map((candidate, index) => ({
    candidate,
    minutes: terms[slotOf(candidate)].minutes,
    why: whyOn(candidate, order[index - 1], room, circumstances),
  }));
  return timed(lines, later(startsAt, Math.max(0, terms.opening - CLOSE)));
}

/** Numbers the lines and gives them their times, one after the other. */
export function timed<C extends Candidate>(
  lines: readonly Pick<AgendaLine<C>, 'candidate' | 'minutes' | 'why'>[],
  startsAt: string,
): AgendaLine<C>[] {
  let at = startsAt;
  return lines.map((line, index) => {
    const timedLine = { ...line, position: index + 1, startsAt: at };
    at = later(at, line.minutes);
    return timedLine;
  });
}

function later(time: string, minutes: number): string {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const total = hour * 60 + minute + minutes;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(total / 60) % 24)}:${two(total % 60)}`;
}
