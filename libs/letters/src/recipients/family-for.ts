import { type Channel, type Notice } from '../notice';
import { type Addressee, type Reached } from './addressee';
import { type AddressBook, type FamilyContact, type LetterSubject } from './letter-subject';

const DEFAULT: readonly Channel[] = ['email', 'letter'];

/**
 * Everyone with parental responsibility, each by their own address: separated parents get one letter each. The letters
 * for the family of a young person are the young person’s own.
 */
export function familyFor(notice: Notice, subject: LetterSubject, book: AddressBook): Reached {
  if (notice.onlyIfAware && !subject.familyAware) return { addressees: [], unreachable: [] };
  if (subject.child.isYoungPerson) return decidingFor(notice, subject, book);
  const responsible = book.family.filter(({ hasPr }) => hasPr);
  if (!responsible.length) return nobody(book.family);
  return lettersTo('family', responsible, notice);
}

/** The young person’s own address: a contact of the record who is the young person. */
export function youngPersonFor(notice: Notice, { family }: AddressBook): Reached {
  const self = family.filter(({ isSelf }) => isSelf);
  if (self.length)
    return notice.words.young_person
      ? lettersTo('young_person', self, notice)
      : lettersTo('family', self, notice, 'own');
  const why =
    'The record has no address of the young person. Ring them, and add them to the contacts as “Young person”.';
  return { addressees: [], unreachable: [{ role: 'young_person', who: 'the young person', why }] };
}

/** The young person; beside them the family where they agreed to that, and whoever decides for them where they cannot. */
function decidingFor(notice: Notice, { standIns }: LetterSubject, book: AddressBook): Reached {
  const own = youngPersonFor(notice, book);
  const others = book.family.filter(
    (contact) =>
      !contact.isSelf && ((standIns.family && contact.hasPr) || decides(contact, standIns)),
  );
  const copies = lettersTo('family', others, notice, 'copy');
  const isSpokenFor = standIns.representative !== null && copies.addressees.length > 0;
  return {
    addressees: [...own.addressees, ...copies.addressees],
    unreachable: [...(isSpokenFor ? [] : own.unreachable), ...copies.unreachable],
  };
}

function decides(
  { name, relation, hasPr }: FamilyContact,
  { representative, isParent }: LetterSubject['standIns'],
): boolean {
  if (!representative) return false;
  return same(name, representative) || APPOINTED.test(relation) || (isParent && hasPr);
}

const APPOINTED = /\b(deputy|attorney|representative)\b/i;
const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The ledger knows every private address as one of the family’s, so that the same pauses hold for all of them. */
function lettersTo(
  role: 'family' | 'young_person',
  people: readonly FamilyContact[],
  notice: Notice,
  reading?: Addressee['reading'],
): Reached {
  const found = people.map((contact) => ({
    contact,
    reach: reachFor(contact, notice.family ?? DEFAULT),
  }));
  return {
    addressees: found.flatMap(({ contact, reach }) =>
      reach
        ? [
            {
              role,
              recipient: `family:${contact.id}`,
              name: contact.name,
              ...reach,
              ...needsOf(contact),
              ...(reading && { reading }),
            },
          ]
        : [],
    ),
    unreachable: found.flatMap(({ contact, reach }) =>
      reach
        ? []
        : [
            {
              role,
              who: contact.name,
              why: 'The record has neither an e-mail nor a postal address.',
            },
          ],
    ),
  };
}

function nobody(family: readonly FamilyContact[]): Reached {
  const why = family.length
    ? 'Nobody on the record is known to have parental responsibility.'
    : 'The record has no contact.';
  return { addressees: [], unreachable: [{ role: 'family', who: 'the family', why }] };
}

function reachFor(contact: FamilyContact, channels: readonly Channel[]) {
  for (const channel of channels) {
    const address = channel === 'letter' ? contact.address : contact.email;
    if (address) return { channel, address };
  }
  return undefined;
}

/** A standard letter in English is not enough for every reader; a task asks for the rest. */
function needsOf({ format, language }: FamilyContact): { needs?: string } {
  const needs = [
    format && format !== 'standard' ? FORMATS[format] : undefined,
    language && !/^(en|english)$/i.test(language) ? language : undefined,
  ].filter(Boolean);
  return needs.length ? { needs: needs.join(', in ') } : {};
}

const FORMATS: Readonly<Record<string, string>> = {
  large_print: 'large print',
  easy_read: 'easy read',
  braille: 'braille',
  audio: 'audio',
};
