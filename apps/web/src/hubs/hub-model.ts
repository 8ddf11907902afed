import { type Hub, type HubChild } from '@app/placements';
import { plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** A hub as the page shows it. */
export function hubModel({ urn, name, places }: Hub) {
  const taken = places.filter(({ holder }) => holder).length;
  return {
    urn,
    name,
    squares: places.map(({ holder }) => (holder ? 'taken' : 'free')),
    label: `${places.length} ${places.length === 1 ? 'place' : 'places'}: ${taken} taken, ${places.length - taken} free`,
    places: places.map(({ number, holder }) => ({ number, ...(holder && childWords(holder)) })),
  };
}

/** A child who waits, with the reason for the rank. */
export function waitingLine(child: HubChild, at: number) {
  const words = childWords(child);
  const why = `Starts school in September ${child.startYear}. Enhanced level since ${words.since}`;
  return { ...words, rank: at + 1, why };
}

function childWords({ reference, name, since, startYear }: HubChild) {
  return {
    name: name ?? 'A restricted record',
    href: name ? paths.case(reference) : undefined,
    reference,
    since: plainDay(since),
    until: `The start at school, September ${startYear}`,
  };
}
