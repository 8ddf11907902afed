import { type Actor } from '@app/access';
import { type Draft, Drafts, type OpenedCase } from '@app/casework';
import { type EventDefinition, fieldsOf, pathways, permissionsOf } from '@app/pathways';
import { Officers, Schools } from '@app/people';
import { londonDay, plainDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Answers, eventForm, type EventFormModel, readAnswers } from '../forms/event-form';
import { type Choices } from '../forms/field-model';
import { type FormBody } from '../forms/form-body';
import { startingRows } from '../forms/rows-field';
import { paths } from '../paths';
import { one } from '../safety/one-value';
import { stepSlug } from './step-address';

/** A step that somebody is about to record on an open case. */
export interface Recording {
  readonly officer: Actor;
  readonly opened: OpenedCase;
  readonly type: string;
  readonly definition: EventDefinition;
}

/** Forms of events: their choices, what is known already, what was typed before. */
@Injectable()
export class RecordForms {
  constructor(
    private readonly officers: Officers,
    private readonly schools: Schools,
    private readonly drafts: Drafts,
  ) {}

  /** The form as it opens: with what was typed before and could not be recorded, or with what the link chose. */
  async blank(
    recording: Recording,
    query: unknown,
  ): Promise<{ form: EventFormModel; draftOf: string | undefined }> {
    const draft = await this.drafts.find(recording.officer, draftKey(recording));
    const choices = await this.choicesOf(recording);
    const form = eventForm({
      ...this.ask(recording),
      choices,
      values: {
        ...startingRows(recording.definition.payload),
        ...prefilled(recording.definition, query),
      },
      ...(draft && { answers: draftAnswers(draft, recording) }),
    });
    return { form, draftOf: draft && plainDay(londonDay(draft.savedAt)) };
  }

  /** The form again, with what was sent and what is wrong with it. */
  async again(recording: Recording, answers: Answers): Promise<EventFormModel> {
    const choices = await this.choicesOf(recording);
    return eventForm({ ...this.ask(recording), choices, answers });
  }

  /** Reads what was sent. */
  async read(recording: Recording, body: FormBody): Promise<Answers> {
    const { officer, opened, definition } = recording;
    const choices = await this.choicesOf(recording);
    return readAnswers(definition.payload, body, {
      today: opened.today,
      mayBackdate: mayBackdate(officer),
      choices,
    });
  }

  /** Keeps what was typed until it is recorded or thrown away. */
  keep(recording: Recording, answers: Answers): Promise<void> {
    return this.drafts.keep(recording.officer, draftKey(recording), withoutTokens(answers.typed));
  }

  async find(recording: Recording): Promise<Draft | undefined> {
    return this.drafts.find(recording.officer, draftKey(recording));
  }

  throwAway(recording: Recording): Promise<void> {
    return this.drafts.throwAway(recording.officer, draftKey(recording));
  }

  /** The people and schools that the form of this event offers; asks only for what it has. Those who hold cases of the pathway come first. */
  async choicesFor(
    officer: Actor,
    definition: Pick<EventDefinition, 'payload'>,
    heldBy: readonly string[] = HOLDERS,
  ): Promise<Choices> {
    const kinds = fieldsOf(definition.payload).map(({ kind }) => kind);
    const [officers, schools] = await Promise.all([
      kinds.includes('officer') ? this.officers.list(officer) : [],
      kinds.includes('school') || kinds.includes('schools')
        ? this.schools.list(officer, { openOnly: true, limit: 1000 })
        : [],
    ]);
    return {
      officers: officers
        .filter(({ active, roles }) => active && roles.some((role) => HOLDERS.includes(role)))
        .sort((a, b) => Number(holdsAny(b, heldBy)) - Number(holdsAny(a, heldBy)))
        .map(({ id, name, openCases }) => ({
          value: id,
          text: `${name} (${openCases} open ${openCases === 1 ? 'case' : 'cases'})`,
        })),
      schools: schools.map(({ urn, name }) => ({ value: urn, text: name })),
    };
  }

  private choicesOf({ officer, definition, opened }: Recording): Promise<Choices> {
    return this.choicesFor(officer, definition, opened.pathway.heldBy);
  }

  private ask({ opened, type, definition }: Recording) {
    const { reference, version, state } = opened.file;
    const hint = definition.hintFor?.(state.context) ?? definition.hint;
    return {
      definition: { ...definition, ...(hint && { hint }) },
      action: paths.caseFile.record(reference, stepSlug(type)),
      today: opened.today,
      expectedVersion: version,
      cancelHref: paths.case(reference),
      canKeep: true,
    };
  }
}

const holdsAny = ({ roles }: { roles: readonly string[] }, some: readonly string[]) =>
  roles.some((role) => some.includes(role));

/** Roles that hold cases of some pathway. */
const HOLDERS: readonly string[] = [
  ...new Set(pathways.flatMap(({ heldBy }) => heldBy)),
  'transition_lead',
  'send_manager',
];

/** Managers may record what happened long ago (correction 15). */
export function mayBackdate({ roles }: Actor): boolean {
  return permissionsOf(roles).includes('case.void');
}

function draftKey({ opened, type }: Recording): string {
  return `${opened.file.reference} ${type}`;
}

/** What was typed before, as answers that were never judged. */
export function draftAnswers(draft: Draft, { opened }: Recording): Answers {
  return {
    payload: {},
    occurredOn: opened.today,
    expectedVersion: opened.file.version,
    commandKey: undefined,
    problems: [],
    typed: draft.answers,
  };
}

function withoutTokens(typed: FormBody): FormBody {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([name]) => !['_csrf', 'commandKey', 'expectedVersion', 'keep'].includes(name),
    ),
  );
}

/** What a link may choose in advance: an answer that the form offers, or a school; never text. */
function prefilled({ payload }: EventDefinition, query: unknown): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(payload).flatMap((field) => {
      const value = one(query, field.name);
      if (!value) return [];
      const isOffered =
        field.kind === 'choice'
          ? value in (field.options ?? {})
          : field.kind === 'school' && /^\d{6}$/.test(value);
      return isOffered ? [[field.name, value]] : [];
    }),
  );
}
