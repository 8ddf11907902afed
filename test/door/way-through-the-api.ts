import { systemActor, wrongChildSql } from '@app/access';
import { CaseworkService } from '@app/casework';
import { type Statements } from '@app/database';
import { fieldsOf, NotAllowedNow, type Pathway, pathwayNamed, type Role } from '@app/pathways';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Stride } from '../../libs/pathways/testing/walk';
import { aChild, WENDMOOR } from '../support/given';
import { type Answered, type CouncilAtWork } from './council-at-work';
import { factsComeTrue, type OnTheWay } from './facts-come-true';
import { everythingWritten } from './everything-written';

/** Where the ways are walked. */
export interface Ground {
  readonly app: NestFastifyApplication;
  readonly statements: Statements;
  readonly council: CouncilAtWork;
  /** An officer who may be named wherever a form asks for one. */
  readonly officerId: string;
  /** Moves the product to this day. */
  readonly today: (day: string) => Promise<void>;
}

type Said = Pick<Stride['command'], 'type' | 'payload'>;

/** One case, taken through the API along a way that was found purely. */
export class WayThroughTheApi {
  private given!: OnTheWay;
  private last: Stride['to'] | undefined;
  strides = 0;

  constructor(
    private readonly ground: Ground,
    private readonly pathway: Pathway,
  ) {}

  /** @returns what differs from the pure way; it stops at the first difference */
  async along(way: readonly Stride[]): Promise<string[]> {
    for (const stride of way) {
      const { command, to } = stride;
      await this.ground.today(command.on);
      const { status, body } = this.strides ? await this.record(stride) : await this.open(stride);
      const told = `${command.type} (step ${this.strides + 1} of ${way.map(({ command: it }) => it.type).join(', ')})`;
      if (status !== 201) return [`${told} answered ${status}: ${wordsOf(body)}`];
      if (!same(body.stages, to.state.value))
        return [`${told} led to ${JSON.stringify(body.stages)}`];
      this.last = to;
      this.strides += 1;
    }
    return [];
  }

  private async open({ command, from }: Stride) {
    const childId = await aChild(this.ground.statements);
    const anotherCase = (ofThisChild?: string) => this.anotherCase(command, ofThisChild);
    this.given = {
      statements: this.ground.statements,
      pathway: this.pathway,
      childId,
      reference: '',
      anotherCase,
    };
    await factsComeTrue(this.given, { command, from, to: from, arrows: [] });
    const answer = await this.ground.council.post(
      await this.ground.council.person(command.role),
      '/api/cases',
      {
        pathway: this.pathway.name,
        childId,
        occurredOn: command.on,
        payload: command.payload,
      },
    );
    this.given = { ...this.given, reference: answer.body.reference };
    return answer;
  }

  private async record(stride: Stride): Promise<{ status: number; body: Answered }> {
    const { command } = stride;
    const answers = await factsComeTrue(this.given, stride);
    const payload = {
      ...command.payload,
      ...this.officers(command),
      ...this.asked(command, answers),
    };
    const { type, on: occurredOn } = command;
    if (command.role === 'system') return this.bySystem({ type, occurredOn, payload });
    const name = command.facts.actorProposed === false ? 'second' : 'first';
    const who = await this.ground.council.person(this.roleFor(command), name);
    return this.ground.council.post(who, `/api/cases/${this.given.reference}/events`, {
      type,
      occurredOn,
      payload,
    });
  }

  /** Whoever takes up the work of a closed case opens the next one. */
  private roleFor({ type, role }: Stride['command']): Role {
    const { events, opensWith } = this.pathway;
    if (type !== 'CASE_REOPENED') return role;
    return events[type]!.roles.find((it) => events[opensWith]!.roles.includes(it)) ?? role;
  }

  /** The ids of real officers, where a form asks for one. */
  private officers({ type, payload }: Said): object {
    const asked = fieldsOf(this.pathway.events[type]!.payload).filter(
      ({ kind, name }) => kind === 'officer' && payload[name] !== undefined,
    );
    return Object.fromEntries(asked.map(({ name }) => [name, this.ground.officerId]));
  }

  /** Of the answers that name real records, those that this form asks for. */
  private asked({ type }: Said, answers: Record<string, unknown>): object {
    const names = fieldsOf(this.pathway.events[type]!.payload).map(({ name }) => name);
    return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
  }

  /** A clock that ran out: nobody can send it through the API. */
  private async bySystem(command: { type: string; occurredOn: string; payload: object }) {
    try {
      const casework = this.ground.app.get(CaseworkService, { strict: false });
      const { reference } = this.given;
      const body = await casework.record(systemActor(WENDMOOR), reference, command);
      return { status: 201, body: body as Answered };
    } catch (error) {
      if (!(error instanceof NotAllowedNow)) throw error;
      return { status: 422, body: { reasons: error.reasons } as unknown as Answered };
    }
  }

  private async anotherCase(
    { role, on, payload }: Stride['command'],
    ofThisChild?: string,
  ): Promise<string> {
    const { council, statements } = this.ground;
    const other = ofThisChild && pathwayNamed(ofThisChild);
    const childId = other ? this.given.childId : await aChild(statements, { forename: 'Alder' });
    const opening = other ? other.events[other.opensWith]! : undefined;
    const who = await council.person(opening?.roles[0] ?? role);
    const body = {
      pathway: ofThisChild ?? this.pathway.name,
      childId,
      occurredOn: on,
      payload: opening?.example ?? payload,
    };
    return (await council.post(who, '/api/cases', body)).body.reference;
  }

  /** @returns what was wrong: another answer than 422 with reasons in words, or something written */
  async isRefused(type: string): Promise<string[]> {
    const { roles, example } = this.pathway.events[type]!;
    const role = (await this.isRestricted())
      ? 'send_manager'
      : roles.find((it) => it !== 'system')!;
    if (!roles.includes(role)) return [];
    const payload = { ...example, ...this.officers({ type, payload: example }) };
    const who = await this.ground.council.person(role);
    const before = await everythingWritten(this.ground.statements, this.given.reference);
    const { reference } = this.given;
    const sent = { type, occurredOn: this.last!.on, payload };
    const { status, body } = await this.ground.council.post(
      who,
      `/api/cases/${reference}/events`,
      sent,
    );
    const after = await everythingWritten(this.ground.statements, reference);
    const where = JSON.stringify(this.last!.state.value);
    return [
      ...(status === 422 && body.reasons?.length
        ? []
        : [`${type} at ${where} answered ${status}: ${wordsOf(body)}`]),
      ...(after === before ? [] : [`${type} at ${where} was refused and wrote something`]),
    ];
  }

  private async isRestricted(): Promise<boolean> {
    const sql = `SELECT restricted OR ${wrongChildSql('c')} AS restricted FROM send_case c WHERE reference = $1`;
    const [row] = await this.ground.statements.run<{ restricted: boolean }>('', sql, [
      this.given.reference,
    ]);
    return row!.restricted;
  }

  /** Voids the case, so that no later one meets it on a waiting list. */
  async tidy(): Promise<void> {
    if (!this.last || this.last.closed || !('CASE_VOIDED' in this.pathway.events)) return;
    const who = await this.ground.council.person('send_manager');
    await this.ground.council.post(who, `/api/cases/${this.given.reference}/events`, {
      type: 'CASE_VOIDED',
      occurredOn: this.last.on,
      payload: { reason: 'The walk is over' },
    });
  }
}

const wordsOf = ({ reasons }: Answered) =>
  reasons?.map(({ guard, text }) => `${guard}: ${text}`).join('; ') ?? 'no reasons given';

const same = (a: object, b: object) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (regions: object) => Object.entries(regions).sort();
