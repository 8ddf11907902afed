import { type PanelCode } from '../pure/terms';
import { educationInclusion } from './education-inclusion';
import { ehcDecision } from './ehc-decision';
import { hdAdmissions } from './hd-admissions';
import { type PanelKind } from './kind';
import { provisionAndPlacement } from './provision-and-placement';
import { tats } from './tats';
import { vulnerableLearners } from './vulnerable-learners';
import { y6Moderation } from './y6-moderation';

/** Every panel; the one that sits most often first. */
export const panelKinds: readonly PanelKind[] = [
  tats,
  educationInclusion,
  ehcDecision,
  provisionAndPlacement,
  hdAdmissions,
  y6Moderation,
  vulnerableLearners,
];

/** @throws Error for a code that no panel has */
export function panelKind(code: string): PanelKind {
  const kind = panelKinds.find((each) => each.code === (code as PanelCode));
  if (!kind) throw new Error(`There is no panel called ${code}`);
  return kind;
}
