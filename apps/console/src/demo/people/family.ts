import { type DemoContact } from './child';
import { type Dice } from '../dice';
import { LANGUAGES, PARENT_FORENAMES, STREETS } from './names';
import { type DemoSchool } from './schools';

interface Known {
  readonly surname: string;
  readonly school: DemoSchool;
  readonly motherName?: string;
  readonly language?: string;
}

/** The grown-ups of one household: the first can be written to, and holds parental responsibility. */
export class Families {
  private made = 0;

  constructor(private readonly dice: Dice) {}

  contacts({ surname, school, motherName, language }: Known): DemoContact[] {
    const address = this.address(school);
    const spoken = language ?? (this.dice.isLucky(0.07) ? this.dice.pick(LANGUAGES) : null);
    const first = this.mother(surname, address, spoken, motherName);
    if (!this.dice.isLucky(0.45)) return [first];
    return [first, this.dice.isLucky(0.85) ? this.father(surname, address) : this.grandmother()];
  }

  private mother(surname: string, address: string, language: string | null, name?: string) {
    const forename = name ?? this.dice.pick(PARENT_FORENAMES.F);
    const isFoster = !name && this.dice.isLucky(0.02);
    return this.contact(`${forename} ${surname}`, {
      relation: isFoster ? 'Foster carer' : 'Mother',
      hasPr: isFoster ? 'no' : 'yes',
      address,
      language,
    });
  }

  private father(surname: string, address: string): DemoContact {
    const livesThere = this.dice.isLucky(0.7);
    const name = `${this.dice.pick(PARENT_FORENAMES.M)} ${surname}`;
    const hasPr = livesThere || this.dice.isLucky(0.6) ? 'yes' : 'unknown';
    return this.contact(name, {
      relation: 'Father',
      hasPr,
      address: livesThere ? address : this.street('WM8 1AA'),
      language: null,
    });
  }

  private grandmother(): DemoContact {
    const name = `${this.dice.pick(PARENT_FORENAMES.F)} Greenhalge`;
    return this.contact(name, {
      relation: 'Grandmother',
      hasPr: 'no',
      address: this.street('WM8 3BB'),
      language: null,
    });
  }

  private contact(name: string, rest: Omit<DemoContact, 'name' | 'phone' | 'email'>): DemoContact {
    const number = (this.made += 1);
    return {
      name,
      ...rest,
      phone: `01632 960${String(200 + (number % 800)).padStart(3, '0')}`,
      email: this.dice.isLucky(0.9) ? `family${number}@example.org` : null,
    };
  }

  private address(school: DemoSchool): string {
    return this.street(
      `${school.postcode.slice(0, 5)}${this.dice.pick([...'ABDEFGHJLNPQRTUWXY'])}Z`,
    );
  }

  private street(postcode: string): string {
    return `${this.dice.whole(1, 98)} ${this.dice.pick(STREETS)}, Wendmoor, ${postcode}`;
  }
}
