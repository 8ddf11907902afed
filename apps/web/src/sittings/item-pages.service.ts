import { type Actor } from '@app/access';
import { ACTION_STATES, CaseStanding } from '@app/casework';
import {
  type AtSitting,
  type Item,
  type ItemFacts,
  LastActions,
  Papers,
  SCHOOL_AGREED,
  schoolDecision,
} from '@app/panels';
import { plainDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { RecordForms } from '../cases/record-form.service';
import { type Choices } from '../forms/field-model';
import { attendanceChart } from '../panels/attendance-chart';
import { type DecisionOption } from './decision-form';

/** What the page of an item needs beside the sitting itself. */
@Injectable()
export class ItemPages {
  constructor(
    private readonly standings: CaseStanding,
    private readonly forms: RecordForms,
    private readonly papers: Papers,
    private readonly last: LastActions,
  ) {}

  /** What earlier sittings agreed and is not done: looked at first. */
  async lastActions(officer: Actor, { sitting }: AtSitting) {
    const actions = await this.last.lastActions(officer, sitting.id);
    return actions.map(({ about, what, owner, dueOn, state }) => ({
      about,
      what,
      owner,
      due: plainDay(dueOn),
      state: ACTION_STATES[state],
    }));
  }

  /** What is known about an item for the people who may read it. */
  facts(item: Item): Promise<ItemFacts | undefined> {
    return this.papers.factsOf(item);
  }

  /** The term's line of attendance of the child, drawn; undefined where no register was sent. */
  async attendance(at: AtSitting, item: Item) {
    const facts = (await this.papers.attendanceOf(at, [item])).get(item.childId ?? '');
    return facts && attendanceChart(facts);
  }

  /** The decisions that the case of an open item can take now; none for people who do not run the sitting. */
  async decisions(
    officer: Actor,
    { seat, sitting }: AtSitting,
    item: Item,
  ): Promise<DecisionOption[]> {
    if (item.kind === 'school' && seat.runs && item.status === 'open')
      return [{ type: SCHOOL_AGREED, definition: schoolDecision }];
    const map = item.pathway ? sitting.kind.decides[item.pathway] : undefined;
    if (!seat.runs || !map || !item.reference || item.status !== 'open') return [];
    const asChair = { ...officer, roles: [...officer.roles, 'panel_chair' as const] };
    const { possible } = await this.standings.of(asChair, item.reference);
    return [...map.decisions, ...(map.also ?? [])].flatMap((type) => {
      const found = possible.find((each) => each.type === type);
      return found ? [{ type, definition: found.definition }] : [];
    });
  }

  /** People and schools that the decisions offer. */
  async choices(officer: Actor, options: readonly DecisionOption[]): Promise<Choices> {
    const all = await Promise.all(
      options.map(({ definition }) => this.forms.choicesFor(officer, definition)),
    );
    return {
      officers: all.find(({ officers }) => officers?.length)?.officers ?? [],
      schools: all.find(({ schools }) => schools?.length)?.schools ?? [],
    };
  }
}
