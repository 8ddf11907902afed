import { type CalendarDay } from '@app/statutory-calendar';
import {
  type DemoChild,
  dobIn,
  ncYearText,
  schoolFor,
  type Sex,
  upnOf,
  type YearNumber,
} from './child';
import { type Dice } from '../dice';
import { Families } from './family';
import { FORENAMES, SURNAMES } from './names';
import { type DemoSchool } from './schools';

/** What is asked of a child; the rest is left to chance. */
export interface Wanted {
  readonly year: YearNumber;
  readonly sen: 'N' | 'K' | 'E';
  readonly name?: string;
  readonly sex?: Sex;
  readonly dob?: CalendarDay;
  readonly school?: DemoSchool;
  readonly need?: string;
  readonly careStatus?: string;
  readonly flags?: readonly string[];
  readonly motherName?: string;
  readonly language?: string;
}

const NEEDS = [
  ['ASD', 32],
  ['SEMH', 22],
  ['SLCN', 22],
  ['MLD', 8],
  ['SPLD', 7],
  ['SLD', 3],
  ['PD', 3],
  ['HI', 2],
  ['VI', 1],
] as const;
const CARE = [
  ['none', 80],
  ['early_help', 8],
  ['cin', 5],
  ['cp', 2],
  ['cla', 3],
  ['previously_cla', 1],
  ['kinship', 1],
] as const;
const FIRST_SERIAL = 1;
const SERIALS = 800;

/** Makes children one after the other: no two share a name or a number. */
export class Register {
  readonly children: DemoChild[] = [];
  private readonly taken = new Set<string>();
  private readonly numbers = new Set<string>();
  private readonly families: Families;

  constructor(
    private readonly today: CalendarDay,
    private readonly dice: Dice,
  ) {
    this.families = new Families(dice);
  }

  /** A child with a household of their own. */
  add(wanted: Wanted): DemoChild {
    const school = wanted.school ?? schoolFor(wanted.year, this.dice);
    const sex = wanted.sex ?? this.dice.pick(['F', 'M', 'M'] as const);
    const { forename, surname } = this.named(sex, wanted.name);
    const contacts = this.families.contacts({ surname, school, ...wanted });
    return this.keep({ ...this.about(wanted, school), sex, forename, surname, contacts });
  }

  /** A brother or sister of a child: the same household, another year. */
  addSibling(of: DemoChild, wanted: Wanted): DemoChild {
    const school = wanted.school ?? schoolFor(wanted.year, this.dice);
    const sex = this.dice.pick(['F', 'M'] as const);
    const { forename } = this.named(sex, undefined, of.surname);
    const { surname, contacts, household } = of;
    return this.keep({
      ...this.about(wanted, school),
      sex,
      forename,
      surname,
      contacts,
      household,
    });
  }

  private about(wanted: Wanted, school: DemoSchool) {
    const hasNeed = wanted.sen !== 'N';
    const need = wanted.need ?? (hasNeed ? this.dice.weighted(NEEDS) : null);
    const second = this.dice.weighted(NEEDS);
    const startYear = Number(this.today.slice(0, 4)) - Math.max(0, Math.min(wanted.year, 6)) - 1;
    const key = `child ${this.children.length + 1}`;
    return {
      key,
      household: key,
      upn: this.upn(school, startYear),
      preferredName: null,
      dob: wanted.dob ?? dobIn(wanted.year, this.today, this.dice),
      ncYear: ncYearText(wanted.year),
      urn: school.urn,
      senProvision: wanted.sen,
      primaryNeed: need,
      secondaryNeed: hasNeed && second !== need && this.dice.isLucky(0.3) ? second : null,
      careStatus: wanted.careStatus ?? this.dice.weighted(CARE),
      flags: wanted.flags ?? this.flags(),
    };
  }

  private flags(): string[] {
    return [
      ...(this.dice.isLucky(0.05) ? ['medical'] : []),
      ...(this.dice.isLucky(0.03) ? ['young_carer'] : []),
      ...(this.dice.isLucky(0.01) ? ['two_visit'] : []),
    ];
  }

  private keep(child: DemoChild): DemoChild {
    const speaks = child.contacts[0]?.language;
    const flags = speaks ? [...child.flags, 'interpreter'] : child.flags;
    const kept = { ...child, flags };
    this.children.push(kept);
    return kept;
  }

  private named(sex: Sex, given?: string, family?: string) {
    if (given) {
      this.taken.add(given);
      const [forename = '', ...rest] = given.split(' ');
      return { forename, surname: rest.join(' ') };
    }
    for (;;) {
      const forename = this.dice.pick(FORENAMES[sex].split(' '));
      const surname = family ?? this.dice.pick(SURNAMES);
      const name = `${forename} ${surname}`;
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      return { forename, surname };
    }
  }

  private upn(school: DemoSchool, startYear: number): string {
    for (let made = this.children.length; ; made += 1) {
      const serial = FIRST_SERIAL + (made % SERIALS);
      const round = Math.floor(made / SERIALS);
      const upn = upnOf(school.laestab.slice(3), startYear - round, serial);
      if (this.numbers.has(upn)) continue;
      this.numbers.add(upn);
      return upn;
    }
  }
}
