import { settingsFor, whole } from '../policy';

/** How many contacts are planned in each part of the school year, by kind of support (handbook 4.7). */
export const contactPolicy = {
  spring: { intensive: 13, targeted: 6, indirect: 2 },
  summerTerm: { intensive: 13, targeted: 7, indirect: 1 },
  holiday: { intensive: 2, targeted: 1, indirect: 1 },
  autumn: { intensive: 9, targeted: 5, indirect: 2 },
  winter: { intensive: 3, targeted: 2, indirect: 1 },
} as const;

/** Visits to the secondary school together with the child, from April on, besides the contacts. */
export const accompaniedPolicy = { intensive: 3, targeted: 2, indirect: 0 } as const;

/** The parts of the school year for which contacts are planned. */
export type YearPart = keyof typeof contactPolicy;

/** The kinds of support, as a worker is given a case. */
export type SupportKind = keyof typeof accompaniedPolicy;

/** How a part of the year is called on a page. */
export const PART_WORDS: Readonly<Record<YearPart, string>> = {
  spring: 'from January to March',
  summerTerm: 'from April to the summer holiday',
  holiday: 'in the summer holiday',
  autumn: 'from September to the autumn half term',
  winter: 'from the autumn half term to December',
};

const usual = { contacts: contactPolicy, accompanied: accompaniedPolicy };
const contacts = (label: string) => whole(label, 'contacts', 0, 60);

const tableFor = (kind: SupportKind) =>
  settingsFor(
    usual,
    {
      [`contacts.spring.${kind}`]: contacts('January to March'),
      [`contacts.summerTerm.${kind}`]: contacts('April to the summer holiday'),
      [`accompanied.${kind}`]: whole(
        'Visits to the secondary school together, from April',
        'visits',
        0,
        20,
      ),
      [`contacts.holiday.${kind}`]: contacts('Summer holiday'),
      [`contacts.autumn.${kind}`]: contacts('September to the autumn half term'),
      [`contacts.winter.${kind}`]: contacts('Autumn half term to December'),
    },
    `Planned contacts: ${kind} support`,
  );

/** Every number of the plan, in a table for each kind of support. */
export const contactSettings = (['intensive', 'targeted', 'indirect'] as const).flatMap(tableFor);
