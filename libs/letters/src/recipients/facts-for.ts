import { fieldsOf, pathways } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { letterSettings, wordsFor } from '../authority-settings';
import { feedbackOf } from '../feedback-of';
import { type Feedback } from '../feedback-words';
import { type ContactPoint, type LetterFacts } from '../letter-facts';
import { type Addressee } from './addressee';
import { type AddressBook, type LetterSubject } from './letter-subject';

/** The occasion: `linkTo` makes the address of a case, `since` is there when it is a reminder of something that goes on. */
interface Writing {
  readonly today: CalendarDay;
  readonly since?: CalendarDay | undefined;
  readonly linkTo: (reference: string) => string;
}

/** The facts of one letter to one reader. */
export function factsFor(
  addressee: Addressee,
  subject: LetterSubject,
  book: AddressBook,
  { today, since, linkTo }: Writing,
): LetterFacts {
  const { payload, type, stage, occurredOn } = subject.event;
  const settings = letterSettings(subject.settings, subject.council);
  const dates = datesOf(book, addressee.about);
  return {
    pathway: subject.pathway,
    reference: subject.reference,
    link: linkTo(subject.reference),
    council: subject.council,
    writtenOn: today,
    happenedOn: occurredOn,
    since,
    reader: addressee.name,
    child: childFor(addressee, subject),
    reading: addressee.reading,
    event: type,
    stage,
    contact: contactOf(subject, book, settings.contact),
    school: nameOf(subject.child.urn, book),
    destination: nameOf(subject.context['destination'], book),
    named: nameOf(payload['urn'], book) ?? asText(payload['typeOfSetting']),
    dates,
    reason: sentence(asText(payload['reasons']) ?? asText(payload['reason'])),
    coverUntil: asText(payload['coverEndDate']),
    adviceOf:
      addressee.role === 'advisers' && addressee.about
        ? wordsFor('advisers', addressee.about)
        : undefined,
    asked: asLines(payload['items']),
    advice: asLines(payload['advice']),
    feedback: feedbackFor(addressee, subject, dates),
    onwardRoute: inWords(subject, 'onwardRoute'),
    hours: typeof payload['hours'] === 'number' ? payload['hours'] : undefined,
    whyPartTime: sentence(asText(payload['whyPartTime'])),
    sendiass: settings.sendiass,
    mediation: settings.mediation,
  };
}

/** For the school of the child; for a family where there is agreement to the support. */
function feedbackFor(
  addressee: Addressee,
  { pathway, event, regions, child }: LetterSubject,
  dates: Readonly<Partial<Record<string, CalendarDay>>>,
): Feedback | undefined {
  const toSchool = addressee.role === 'school';
  if (!toSchool && regions['consent'] !== 'given') return undefined;
  return feedbackOf({
    pathway,
    ...event,
    usualDue: dates['action_default'],
    lookAgainOn: event.stage === 'actions_live' ? dates['review_date'] : undefined,
    names: child.names ?? [child.firstName],
    instead: toSchool ? 'the child' : addressee.role === 'young_person' ? 'you' : 'your child',
  });
}

function childFor({ role, reading, channel }: Addressee, { child }: LetterSubject): string {
  if (role === 'young_person') return 'you';
  return channel === 'letter' && reading !== 'own' ? child.firstName : 'your child';
}

/** The cover worker while there is one, else the worker, else the team. The phone is the team's. */
function contactOf(
  { ownerId, coverId }: LetterSubject,
  { officers }: AddressBook,
  team: ContactPoint,
): ContactPoint {
  const officer = officers.find(({ id }) => id === (coverId ?? ownerId));
  return officer ? { name: officer.name, phone: team.phone, email: officer.email } : team;
}

/** The newest day of each clock; of clocks with one row each, this reader's own, else the latest. */
function datesOf({ clocks }: AddressBook, about: string | undefined): Record<string, CalendarDay> {
  const dates = new Map<string, CalendarDay>();
  for (const { code, subject, dueOn } of clocks) {
    const known = dates.get(code);
    if (!subject || !known || dueOn > known) dates.set(code, dueOn);
  }
  for (const { code, subject, dueOn } of clocks)
    if (about && subject === about) dates.set(code, dueOn);
  return Object.fromEntries(dates);
}

/** The words of a choice that the event made; free text as it stands. */
function inWords({ pathway, event }: LetterSubject, name: string): string | undefined {
  const code = asText(event.payload[name]);
  const asked = pathways.find((it) => it.name === pathway)?.events[event.type]?.payload;
  const field = asked && fieldsOf(asked).find((it) => it.name === name);
  return code && (field?.options?.[code] ?? code);
}

const nameOf = (urn: unknown, { schools }: AddressBook) =>
  typeof urn === 'string' ? schools.get(urn)?.name : undefined;
const asText = (value: unknown) =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;
const asLines = (value: unknown) =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : undefined;
const sentence = (text: string | undefined) => (text && !/[.!?]$/.test(text) ? `${text}.` : text);
