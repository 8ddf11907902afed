import { type Instruction } from '@app/pathways';

/** An instruction that a step left behind, as its row has it. */
export interface WaitingInstruction {
  readonly authority: string;
  readonly caseId: string;
  readonly version: number;
  readonly number: number;
  readonly kind: Instruction['type'];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/** The same for every try of one instruction. */
export const keyOf = ({ caseId, version, number }: WaitingInstruction) =>
  `${caseId}:${version}.${number}`;
