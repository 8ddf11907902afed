import { type DecisionMap } from './decision-map';
import { type PanelCode, type Service, type Terms } from '../pure/terms';

/** One panel as the product knows it: its usual terms, who sits on it, and what it does in cases. */
export interface PanelKind {
  readonly code: PanelCode;
  readonly name: string;
  /** What it is for, in a sentence for its page. */
  readonly purpose: string;
  /** The usual terms of reference; a council sets its own (handbook 3.2). */
  readonly terms: Terms;
  /** Services that come to every item. */
  readonly core: readonly Service[];
  /** What it decides, by pathway. */
  readonly decides: Readonly<Record<string, DecisionMap>>;
  /** Every child's item answers whether an EHC needs assessment was considered. */
  readonly asksEhcQuestion: boolean;
  /** The school comes to the item of its own child, and hears its time. */
  readonly schoolsJoin?: true;
}
