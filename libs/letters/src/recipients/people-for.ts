import { type Recipient } from '@app/pathways';
import { letterSettings, wordsFor } from '../authority-settings';
import { type Notice } from '../notice';
import { type Addressee, type Reached, type Unreachable } from './addressee';
import { familyFor, youngPersonFor } from './family-for';
import { type AddressBook, type LetterSubject, type OfficerCard } from './letter-subject';

/** Turns "the school" or "the advisers" into people and addresses, as the record stands now. */
export function peopleFor(
  notice: Notice,
  role: Recipient,
  subject: LetterSubject,
  book: AddressBook,
  about?: readonly string[],
): Reached {
  if (role === 'family') return familyFor(notice, subject, book);
  if (role === 'young_person') return youngPersonFor(notice, book);
  const found = OFFICES[role]?.(subject, book, about) ?? byService(role, subject);
  return {
    addressees: found.filter(isAddressee),
    unreachable: found.filter((it) => !isAddressee(it)) as Unreachable[],
  };
}

type Found = Addressee | Unreachable;
type Find = (subject: LetterSubject, book: AddressBook, about?: readonly string[]) => Found[];

const isAddressee = (found: Found): found is Addressee => 'channel' in found;

const OFFICES: Readonly<Partial<Record<Recipient, Find>>> = {
  owner: (subject, book) => inApp('owner', heldBy(subject, book)),
  manager: (subject, book) => inApp('manager', managersOf(subject, book)),
  transition_lead: (_, book) => inApp('transition_lead', holding('transition_lead', book)),
  referrer: (subject, book) =>
    inApp(
      'referrer',
      book.officers.filter(({ id }) => id === subject.openedBy),
      true,
    ),
  school: (subject, book) => [schoolMail('school', subject.child.urn, book)],
  destination_school: ({ context }, book) => [
    schoolMail('destination_school', asText(context['destination']), book),
  ],
  host_school: ({ context }, book) => [schoolMail('host_school', asText(context['unitUrn']), book)],
  settings: (subject, book, about) =>
    (about ?? settingsOf(subject)).map((urn) => ({
      ...schoolMail('settings', urn, book),
      about: urn,
    })),
  advisers: (subject, book, about) =>
    (about ?? advisersOf(subject)).map((adviser) => adviserMail(adviser, subject, book)),
  requester: (subject, book) => requesterOf(subject, book),
  new_authority: (subject) => [newCouncil(subject)],
};

/** The worker, and their cover while there is one. */
function heldBy({ ownerId, coverId }: LetterSubject, { officers }: AddressBook): OfficerCard[] {
  return officers.filter(({ id }) => id === ownerId || id === coverId);
}

function managersOf({ teamId }: LetterSubject, book: AddressBook): OfficerCard[] {
  const managers = holding('send_manager', book);
  const own = managers.filter((officer) => teamId !== null && officer.teamId === teamId);
  return own.length ? own : managers;
}

const holding = (role: string, { officers }: AddressBook) =>
  officers.filter(({ roles }) => roles.includes(role));

function inApp(role: Recipient, officers: readonly OfficerCard[], optional = false): Found[] {
  if (!officers.length)
    return optional
      ? []
      : [{ role, who: wordsFor(role), why: 'Nobody holds that role for this case.' }];
  return officers.map(({ id, name }) => ({
    role,
    recipient: `${role}:${id}`,
    name,
    channel: 'in_app',
    address: null,
  }));
}

function schoolMail(
  role: Recipient,
  urn: string | undefined | null,
  { schools, officers }: AddressBook,
): Found {
  const school = urn ? schools.get(urn) : undefined;
  if (!school)
    return { role, who: wordsFor(role), why: 'The record does not say which school it is.' };
  const senco = officers.find(
    ({ roles, schoolUrn }) => roles.includes('school_senco') && schoolUrn === urn,
  );
  const email = school.email ?? senco?.email;
  if (!email)
    return { role, who: school.name, why: 'The school has no e-mail address in the register.' };
  return {
    role,
    recipient: `${role}:${school.urn}`,
    name: school.name,
    channel: 'email',
    address: email,
  };
}

const TOLD_ANYWAY: readonly unknown[] = ['parent', 'young_person', 'council'];

/** Who asked, as the case remembers it. A family is told by its own letter, and the council knows. */
function requesterOf(subject: LetterSubject, book: AddressBook): Found[] {
  const { requestedBy } = subject.context;
  if (TOLD_ANYWAY.includes(requestedBy)) return [];
  if (requestedBy === 'school') return [schoolMail('requester', subject.child.urn, book)];
  return byService('requester', subject);
}

/** Those the event asks, else those still awaited. The family is told by its own letter. */
function advisersOf({ event: { payload }, context }: LetterSubject): string[] {
  const asked = payload['adviser']
    ? [payload['adviser']]
    : (payload['advisers'] ?? context['awaiting'] ?? []);
  return (asked as string[]).filter((adviser) => adviser !== 'parent');
}

function settingsOf({ event: { payload }, context }: LetterSubject): string[] {
  if (Array.isArray(payload['settings'])) return payload['settings'] as string[];
  const named = asText(payload['urn']) ?? asText(context['namedUrn']);
  return named ? [named] : [];
}

function adviserMail(adviser: string, subject: LetterSubject, book: AddressBook): Found {
  const found =
    adviser === 'school'
      ? schoolMail('advisers', subject.child.urn, book)
      : viaService('advisers', adviser, subject);
  if (isAddressee(found)) return { ...found, recipient: `advisers:${adviser}`, about: adviser };
  const [ep] = adviser === 'ep' ? holding('ep', book) : [];
  if (!ep) return found;
  return {
    role: 'advisers',
    recipient: 'advisers:ep',
    name: ep.name,
    channel: 'email',
    address: ep.email,
    about: 'ep',
  };
}

const byService = (role: Recipient, subject: LetterSubject): Found[] => [
  viaService(role, role, subject),
];

function newCouncil(subject: LetterSubject): Found {
  const code = asText(subject.event.payload['newLaCode']);
  const found = viaService('new_authority', `la:${code}`, subject);
  return isAddressee(found) ? found : { ...found, who: code ? `council ${code}` : found.who };
}

function viaService(role: Recipient, service: string, { settings, council }: LetterSubject): Found {
  const email = letterSettings(settings, council).addresses[service];
  const who = wordsFor(role, service);
  if (!email) return { role, who, why: 'Settings have no address for this service.' };
  return { role, recipient: `${role}:${service}`, name: who, channel: 'email', address: email };
}

const asText = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
