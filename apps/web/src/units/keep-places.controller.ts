import { type Actor } from '@app/access';
import { Schools } from '@app/people';
import { MOST_PLACES, PlaceRefused, UnitPlaces } from '@app/placements';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import {
  changeFields,
  changeTyped,
  unitFields,
  unitTyped,
  whyField,
  whyTyped,
} from './place-forms';
import { UnitPages } from './unit-pages.service';
import { PLACE_KEEPERS } from './units-asked';

const KEEP = { action: 'set up units and their places', roles: PLACE_KEEPERS } as const;

/** Sets up a unit, adds a place, and suspends or closes one that no child has. */
@Controller()
export class KeepPlacesController {
  constructor(
    private readonly pages: UnitPages,
    private readonly places: UnitPlaces,
    private readonly schools: Schools,
  ) {}

  @Get(paths.units.add)
  @Policy(KEEP)
  async askForUnit(@SignedIn() officer: Actor): Promise<Page> {
    return this.unitPage(officer, { places: String(await this.places.usual(officer)) }, []);
  }

  @Post(paths.units.add)
  @Policy(KEEP)
  async addUnit(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const { urn, count, why, problems } = unitTyped(body, MOST_PLACES);
    const school = urn ? await this.schools.find(officer, urn) : undefined;
    if (urn && !school?.isOpen)
      problems.push({ field: 'urn', text: 'Select an open school from the list' });
    if (problems.length) return this.unitPage(officer, body, problems);
    const refused = await refusedBy(() => this.places.create(officer, urn, count, why), 'urn');
    if (refused) return this.unitPage(officer, body, [refused]);
    return redirect(paths.units.list, {
      flash: `The unit at ${school?.name ?? 'the school'} is set up with ${count} ${count === 1 ? 'place' : 'places'}.`,
    });
  }

  @Get(paths.units.addPlace(':urn'))
  @Policy(KEEP)
  async askForPlace(@SignedIn() officer: Actor, @Param('urn') urn: string): Promise<Page> {
    return this.placePage(officer, urn, {}, []);
  }

  @Post(paths.units.addPlace(':urn'))
  @Policy(KEEP)
  async addPlace(
    @SignedIn() officer: Actor,
    @Param('urn') urn: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const unit = await this.pages.one(officer, urn);
    const { why, problems } = whyTyped(body);
    if (problems.length) return this.placePage(officer, urn, body, problems);
    const refused = await refusedBy(() => this.places.add(officer, urn, why), 'why');
    if (refused) return this.placePage(officer, urn, body, [refused]);
    return redirect(paths.units.list, { flash: `${unit.name} has one more place.` });
  }

  @Get(paths.units.place(':urn', ':number'))
  @Policy(KEEP)
  askForChange(
    @SignedIn() officer: Actor,
    @Param('urn') urn: string,
    @Param('number') number: string,
  ): Promise<Page> {
    return this.changePage(officer, { urn, number }, {}, []);
  }

  @Post(paths.units.place(':urn', ':number'))
  @Policy(KEEP)
  async change(
    @SignedIn() officer: Actor,
    @Param('urn') urn: string,
    @Param('number') number: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { unit, place } = await this.place(officer, urn, number);
    const { event, why, problems } = changeTyped(body);
    if (problems.length || !event) return this.changePage(officer, { urn, number }, body, problems);
    const refused = await refusedBy(
      () => this.places.change(officer, { urn, number: place.number, event, why }),
      'event',
    );
    if (refused) return this.changePage(officer, { urn, number }, body, [refused]);
    return redirect(paths.units.list, {
      flash: `Place ${place.number} at ${unit.name} is ${DONE[event]}.`,
    });
  }

  private async place(officer: Actor, urn: string, number: string) {
    const unit = await this.pages.one(officer, urn);
    const place = unit.places.find((each) => String(each.number) === number);
    if (!place) throw new NotFoundException();
    return { unit, place };
  }

  private async unitPage(
    officer: Actor,
    body: FormBody,
    problems: readonly Problem[],
  ): Promise<Page> {
    const schools = await this.schools.list(officer, { openOnly: true, limit: 1000 });
    return formPage({
      title: 'Create a unit',
      lead: 'A unit is hosted by a school, under an agreement that says how many places it has.',
      action: paths.units.add,
      fields: unitFields(body, problems, schools),
      submit: 'Create this unit',
      problems,
    });
  }

  private async placePage(
    officer: Actor,
    urn: string,
    body: FormBody,
    problems: readonly Problem[],
  ): Promise<Page> {
    const unit = await this.pages.one(officer, urn);
    const now = `${unit.places.length} ${unit.places.length === 1 ? 'place' : 'places'}`;
    return formPage({
      title: `Add a place at ${unit.name}`,
      lead: `The unit has ${now} now, and at most ${MOST_PLACES}. The number changes only when the agreement with the school does.`,
      action: paths.units.addPlace(urn),
      fields: [whyField(body, problems)],
      submit: 'Add this place',
      problems,
    });
  }

  private async changePage(
    officer: Actor,
    { urn, number }: { urn: string; number: string },
    body: FormBody,
    problems: readonly Problem[],
  ): Promise<Page> {
    const { unit, place } = await this.place(officer, urn, number);
    return formPage({
      title: `Place ${place.number} at ${unit.name}`,
      lead: place.holder
        ? 'A child has this place. It can be changed when the child’s case has given it back.'
        : 'No child has this place. A place that is suspended or closed is never offered.',
      action: paths.units.place(urn, number),
      fields: place.holder ? [] : changeFields(body, problems, place.state === 'suspended'),
      submit: place.holder ? undefined : 'Change this place',
      problems,
    });
  }
}

const DONE = {
  SUSPEND: 'suspended',
  RESUME: 'in use again',
  DECOMMISSION: 'closed',
} as const;

function formPage(model: {
  title: string;
  lead: string;
  action: string;
  fields: readonly object[];
  submit: string | undefined;
  problems: readonly Problem[];
}): Page {
  return page('units/form', model, { status: model.problems.length ? 422 : 200 });
}

/** The refusal of a change as a problem of one field; undefined when it was made. */
async function refusedBy(act: () => Promise<unknown>, field: string): Promise<Problem | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof PlaceRefused) return { field, text: error.message };
    throw error;
  }
}
