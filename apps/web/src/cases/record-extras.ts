import { type OpenedCase } from '@app/casework';
import { type Recording } from './record-form.service';
import { claimModel } from './claim-model';

/** The template of a step: hand-made where the work needs more than its form. */
export function formTemplate(type: string): string {
  return type === 'EXCEPTION_CLAIMED' ? 'cases/claim' : 'cases/record';
}

/** What stands beside the form of a step. */
export function pageExtras({ opened, type, definition }: Recording) {
  const extras = type === 'EXCEPTION_CLAIMED' ? claimModel(opened) : {};
  return { stepTitle: definition.title, place: placeWords(opened), ...extras };
}

function placeWords({ file, pathway }: OpenedCase): string {
  return `${pathway.title}: ${(pathway.copy.states['work']?.[file.stage] ?? '').toLowerCase()}`;
}
