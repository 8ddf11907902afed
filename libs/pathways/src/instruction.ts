import { type CalendarDay, type Limit } from '@app/statutory-calendar';

/** When a task is due, under the key of the setting that may say otherwise. */
export type TaskDue = Extract<Limit, { n: number }> & { readonly setting: string };

/** Who a message is for; the shell turns it into people and addresses at the moment of sending. */
export type Recipient =
  | 'family'
  | 'school'
  | 'destination_school'
  | 'owner'
  | 'manager'
  | 'transition_lead'
  | 'referrer'
  | 'health'
  | 'social_care'
  | 'advisers'
  | 'settings'
  | 'new_authority'
  | 'ehe_team'
  | 'dsl'
  | 'host_school'
  | 'requester'
  | 'young_person'
  | 'virtual_school'
  | 'panel'
  | 'provider'
  | 'finance';

/** Who a task is for: the worker of the case, or a role. */
export type TaskHolder =
  | 'owner'
  | 'manager'
  | 'transition_lead'
  | 'panel_coordinator'
  | 'panel_chair'
  | 'placement_officer'
  | 'finance_officer'
  | 'dpo';

/** One action as people agreed it. */
export interface AgreedAction {
  readonly text: string;
  readonly dueOn: CalendarDay | null;
}

/** What must follow from a step: written beside the event in the same commit, carried out by the worker. */
export type Instruction =
  | {
      readonly type: 'message.send';
      readonly notice: string;
      readonly to: readonly Recipient[];
      readonly statutory?: boolean;
    }
  | {
      readonly type: 'task.open';
      readonly task: string;
      readonly why: string;
      readonly for: TaskHolder;
      readonly due?: Limit | TaskDue;
      /** Events that do what is asked: the step that records one closes the task. */
      readonly doneBy?: readonly string[];
    }
  /** Actions that were agreed, with the words of who does them; without a day they get 10 school days. */
  | { readonly type: 'actions.open'; readonly actions: readonly AgreedAction[] }
  /** The first free place of the case's cohort, or of the unit named (its URN). */
  | { readonly type: 'place.claim'; readonly unit?: string }
  /** Free from the day of the event, or kept for the same child until the end of this period. */
  | { readonly type: 'place.release'; readonly after?: Limit }
  | {
      readonly type: 'messages.cancel';
      readonly reason: string;
      readonly to?: readonly Recipient[];
    }
  /** A referral to the next pathway, filled in with what is known; a person reads it and opens the case. */
  | {
      readonly type: 'case.open';
      readonly pathway: string;
      readonly reason: string;
      readonly answers?: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'record.restrict' };
