import { type Actor } from '@app/access';
import { fieldsOf, inLocalWords, type Pathway, pathwayNamed } from '@app/pathways';
import { type Browser } from 'playwright-core';
import { asTyped } from '../../../apps/web/src/forms/as-typed';
import { dayAsTyped } from '../../../apps/web/src/forms/day-field';
import { aBrowser, chromePath, Seat, type Typed, type Working } from '../../support/browser';
import { aTestDatabase, type TestDatabase } from '../../support/database';
import { aChild } from '../../support/given';
import { running, type Running } from '../../support/running';
import { aBusyCouncil, type Persona } from './a-busy-council';

/** Journeys need a browser; without one they are counted as skipped. */
export const withBrowser = chromePath ? describe : describe.skip;

/** A child whose case a journey takes along. */
export interface ChildOfJourney {
  readonly forename: string;
  readonly surname: string;
  readonly dob: string;
  readonly ncYear: string;
  readonly urn?: string;
}

/** Somebody signed in at a browser window of their own. */
export async function aSeat(
  { browser, address, journey }: { browser: Browser; address: string; journey: string },
  persona: string,
  working: Working = {},
): Promise<Seat> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: !working.withoutScripts,
  });
  const seat = new Seat(page, address, journey, working);
  await seat.signIn(persona);
  return seat;
}

type Said = Readonly<Record<string, unknown>>;

/** A desk at the council where one person after the other sits down, opens the page of a case and records a step. */
export class Desk {
  /** What axe had against the pages that were looked at, and pages wider than a phone. */
  readonly faults: string[] = [];
  reference = '';
  childId = '';
  private pathway!: Pathway;
  private who: Persona | undefined;
  private seat!: Seat;

  private constructor(
    private readonly db: TestDatabase,
    private readonly product: Running,
    private readonly browser: Browser,
    private readonly journey: string,
    readonly people: Readonly<Record<Persona, Actor>>,
  ) {}

  /** The product on a database of its own, and a browser in front of it. */
  static async set(journey: string, today: string, working: Working = {}): Promise<Desk> {
    const db = await aTestDatabase();
    const people = await aBusyCouncil(db.statements, today);
    const product = await running(db.url, {}, { withWorker: false });
    const browser = await aBrowser();
    const desk = new Desk(db, product, browser, journey, people);
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: !working.withoutScripts,
    });
    desk.seat = new Seat(page, product.address, journey, working);
    return desk;
  }

  /** Somebody else at a browser of their own, at the same time as others. */
  async beside(who: Persona, working: Working = {}): Promise<Seat> {
    const page = await this.browser.newPage({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: !working.withoutScripts,
    });
    const seat = new Seat(page, this.product.address, this.journey, working);
    await seat.signIn(who);
    return seat;
  }

  /** The records, for what a journey finds there already. */
  get statements() {
    return this.db.statements;
  }

  async clear(): Promise<void> {
    await this.browser.close();
    await this.product.stop();
    await this.db.drop();
  }

  /** A child nobody works with yet. */
  async child({ ncYear, ...child }: ChildOfJourney): Promise<void> {
    this.childId = await aChild(this.db.statements, child);
    await this.db.statements.run('', 'UPDATE child SET nc_year = $2 WHERE id = $1', [
      this.childId,
      ncYear,
    ]);
  }

  /** It is this day, and this person sits down. */
  async on(day: string, who: Persona): Promise<void> {
    if (this.who !== who) {
      await this.seat.signOut();
      await this.seat.signIn(who);
      this.who = who;
    }
    await this.seat.moveTo(day);
  }

  /** Opens a case of this pathway by hand, from the page of the child. */
  async opens(pathway: string, payload: Said = {}): Promise<void> {
    this.pathway = pathwayNamed(pathway);
    await this.seat.open(`/children/${this.childId}`);
    await this.seat.follow(inLocalWords(this.pathway.opening, {}));
    await this.send(this.pathway.opensWith, payload);
    const [reference] = /[A-Z0-9]+-\d{4,}/.exec(new URL(this.seat.page.url()).pathname) ?? [];
    if (!reference) throw new Error(`The case was not opened: ${await this.seat.words()}`);
    this.reference = reference;
  }

  /** Records one event with its form. */
  async records(event: string, payload: Said = {}): Promise<void> {
    await this.form(event);
    await this.send(event, payload);
    const words = await this.seat.words();
    if (/There is a problem|Nothing was changed/.test(words))
      throw new Error(`${event} was not recorded: ${words}`);
  }

  /** Says that an agreed action is done, on its own page. */
  async doesAction(text: string, evidence: string): Promise<void> {
    await this.page('/actions');
    await this.seat.follow(text);
    await this.seat.open(`${new URL(this.seat.page.url()).pathname}/mark-done`);
    await this.seat.page.locator('[name="evidenceText"]').fill(evidence);
    await this.seat.page.locator('main form button[type="submit"]').first().press('Enter');
    await this.seat.page.waitForURL(({ pathname }) => !pathname.endsWith('mark-done'));
  }

  /** Opens the form of an event. */
  form(event: string): Promise<void> {
    return this.page(`/do/${event.toLowerCase().replaceAll('_', '-')}`);
  }

  /** Opens a page of the case, the first one unless told otherwise. @returns its words */
  async page(path = ''): Promise<void> {
    await this.seat.open(`/cases/${this.reference}${path}`);
  }

  /** The words of the first page of the case. */
  async casePage(): Promise<string> {
    await this.page();
    return this.seat.words();
  }

  words(): Promise<string> {
    return this.seat.words();
  }

  open(path: string): Promise<void> {
    return this.seat.open(path);
  }

  /** Answers the form on the page and sends it. */
  sends(typed: Typed): Promise<void> {
    return this.seat.send(typed);
  }

  follow(link: string): Promise<void> {
    return this.seat.follow(link);
  }

  /** Answers the form on the page with the example of an event, changed where told, and sends it. */
  private async send(event: string, payload: Said): Promise<void> {
    const { payload: schema, example } = this.pathway.events[event]!;
    const { occurredOn, ...said } = { ...example, ...payload } as Said & { occurredOn?: string };
    const typed = {
      ...asTyped(fieldsOf(schema), said),
      ...(occurredOn && dayAsTyped('occurredOn', occurredOn)),
    };
    await this.seat.send(typed as Typed);
  }

  /** Where the case stands now, as the records say it. */
  async stage(): Promise<string> {
    const [row] = await this.db.statements.run<{ stage: string }>(
      '',
      'SELECT stage FROM send_case WHERE reference = $1',
      [this.reference],
    );
    return row!.stage;
  }

  /** Keeps pictures of this page and remembers what axe and a phone have against it. */
  async looks(name: string, seat = this.seat): Promise<void> {
    const found = (await seat.look(name)).map((fault) => `${name}: ${fault}`);
    this.faults.push(...found);
  }

  /** Keeps a picture of the page on paper. @returns the words that are printed */
  prints(name: string): Promise<string> {
    return this.seat.onPaper(name);
  }
}
