import { type CalendarDay, longDay } from '@app/statutory-calendar';
import { type ContactPoint, type LetterFacts } from './letter-facts';
import { type Words } from './notice';

/** A paragraph, or nothing where the facts do not call for it. */
export type Paragraph = string | false | undefined;

const joined = (paragraphs: readonly Paragraph[]) =>
  paragraphs.filter((it): it is string => Boolean(it)).join('\n\n');

/** A letter to a family: greeting, text, whom to ring, signature. */
export function toFamily(facts: LetterFacts, subject: string, ...text: Paragraph[]): Words {
  const opening = [
    `Dear ${facts.reader}`,
    `Our reference: ${facts.reference}`,
    facts.reading && READINGS[facts.reading],
  ];
  const ending = [`To talk about this, ${reach(facts.contact)}.`, signature(facts)];
  return { subject, body: joined([...opening, ...text, ...ending]) };
}

/** Why a letter for a family is in these hands, where a young person decides. */
const READINGS: Readonly<Record<NonNullable<LetterFacts['reading']>, string>> = {
  own: 'You are old enough to decide about this, so we write to you. Where this letter says “your child”, it means you.',
  copy: 'We write to the young person too. You have this letter because they agreed to that, or because you speak for them.',
};

/** Mail to a professional: no name and no detail of the child, only the reference and where to look. */
export function toColleague(facts: LetterFacts, subject: string, ...text: Paragraph[]): Words {
  const look = `Sign in to see the details: ${facts.link}`;
  const ask = `Questions? You can ${reach(facts.contact)}.`;
  return { subject, body: joined(['Hello', ...text, look, ask, signature(facts)]) };
}

/** A line in the app for an officer of the council. */
export function toOfficer(facts: LetterFacts, subject: string, ...text: Paragraph[]): Words {
  return { subject, body: joined([...text, `Open the case: ${facts.link}`]) };
}

/** 'ring Sam Ellis on 01632 960001 or write to sam@example.org', with whatever of it is known. */
export function reach({ name, phone, email }: ContactPoint): string {
  if (phone && email) return `ring ${name} on ${phone} or write to ${email}`;
  if (phone) return `ring ${name} on ${phone}`;
  return email ? `write to ${name} at ${email}` : `ask for ${name}`;
}

/** A list, one item a line. */
export const list = (...items: readonly Paragraph[]) =>
  items
    .filter(Boolean)
    .map((item) => `- ${item as string}`)
    .join('\n');

/** A sentence that names a day, or nothing when the day is not known. */
export const withDay = (day: CalendarDay | undefined, sentence: (words: string) => string) =>
  day && sentence(longDay(day));

/** The first letter made large, for a name at the start of a sentence: 'Your child'. */
export const large = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function signature({ contact, council }: LetterFacts): string {
  return `${contact.name}\n${council}`;
}
