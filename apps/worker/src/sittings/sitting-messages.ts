import {
  type ContactPoint,
  type MovedSitting,
  n17Member,
  n17School,
  n18Sittings,
  type SittingLetter,
  type Words,
} from '@app/letters';
import { type SittingAudience } from '@app/panels';
import { type CalendarDay } from '@app/statutory-calendar';
import { type AboutMany, messageAboutMany } from '../reminders/message-about-many';
import { type SittingNews } from './sitting-news.sql';

/** Who writes, and which council it is. */
export interface Sender {
  readonly authority: string;
  readonly council: string;
  readonly contact: ContactPoint;
}

/** A message, or the school that has no address for it. */
export type Written =
  | { readonly message: AboutMany }
  | { readonly unreachable: { readonly urn: string; readonly name: string; readonly key: string } };

/** N-17: the times of a sitting whose papers are out. */
export function papersOut(audience: SittingAudience, sender: Sender): Written[] {
  const key = `sitting:${audience.id}:N-17`;
  const members = audience.members.map(({ id, name, email, slots }) =>
    mail(sender, {
      words: n17Member(letterTo(name, audience, sender), slots),
      key: `${key}:member:${id}`,
      recipient: `member:${id}`,
      address: email,
    }),
  );
  const schools = audience.schools.map(({ urn, name, email, items }) =>
    toSchool(sender, {
      school: { urn, name, email },
      words: n17School(letterTo(name, audience, sender), items),
      key: `${key}:school:${urn}`,
    }),
  );
  return [...members, ...schools];
}

/** A sitting of one panel that is on another day now, or on none. */
export interface Changed {
  readonly audience: SittingAudience;
  readonly news: SittingNews;
  readonly was: CalendarDay;
}

/** N-18: one message a reader for all sittings of a panel that moved or were called off. */
export function sittingsMoved(changed: readonly Changed[], sender: Sender): Written[] {
  const [first] = changed;
  if (!first) return [];
  const key = `sitting:${first.audience.id}:N-18:${first.news.what}`;
  const members = distinct(changed.flatMap(({ audience }) => audience.members)).map((member) => {
    const own = changed.filter(({ audience }) => hears(audience.members, member.id));
    return mail(sender, {
      words: n18Sittings(letterTo(member.name, own[0]!.audience, sender), own.map(asMoved)),
      key: `${key}:member:${member.id}`,
      recipient: `member:${member.id}`,
      address: member.email,
    });
  });
  return [...members, ...changed.flatMap((it) => schoolsOf(it, key, sender))];
}

/** The school of a child hears of it by the child's case; one that was to come about itself hears it here. */
function schoolsOf(changed: Changed, key: string, sender: Sender): Written[] {
  return changed.audience.schools
    .filter(({ name, items }) => items.some(({ reference }) => reference === name))
    .map((school) =>
      toSchool(sender, {
        school,
        words: n18Sittings(letterTo(school.name, changed.audience, sender), [asMoved(changed)]),
        key: `${key}:${changed.audience.id}:school:${school.urn}`,
      }),
    );
}

const asMoved = ({ audience, news, was }: Changed): MovedSitting =>
  news.kind === 'MOVED'
    ? { was, now: audience }
    : { was, ...(audience.nextOn && { nextOn: audience.nextOn }) };

const hears = (members: SittingAudience['members'], id: string) =>
  members.some((member) => member.id === id);

const distinct = <T extends { readonly id: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((it) => [it.id, it])).values(),
];

/** The head of every message about one sitting. */
export const letterTo = (
  reader: string,
  { panel, from, until }: SittingAudience,
  { council, contact }: Sender,
): SittingLetter => ({ reader, panel, from, until, council, contact });

interface ToSchool {
  readonly school: { readonly urn: string; readonly name: string; readonly email: string | null };
  readonly words: Words;
  readonly key: string;
}

/** By mail to the school's office, else to its SENCO; with neither, somebody must ring. */
export function toSchool(sender: Sender, { school, words, key }: ToSchool): Written {
  const { urn, name, email } = school;
  if (!email) return { unreachable: { urn, name, key } };
  return mail(sender, { words, key, recipient: `school:${urn}`, address: email });
}

interface Mail {
  readonly words: Words;
  readonly key: string;
  readonly recipient: string;
  readonly address: string;
}

/** The notice stands in the key: `sitting:…:N-17:…`. */
function mail({ authority }: Sender, { words, key, recipient, address }: Mail): Written {
  const notice = /N-\d+/.exec(key)![0];
  return {
    message: messageAboutMany(words, {
      authority,
      key,
      notice,
      recipient,
      officerId: null,
      address,
    }),
  };
}
