import { type Instruction } from '@app/pathways';
import { type InstructionProcessor } from './instruction-processor';

/** Every kind of instruction there is; the compiler asks for one that is missing here. */
const KINDS = Object.keys({
  'message.send': true,
  'task.open': true,
  'actions.open': true,
  'place.claim': true,
  'place.release': true,
  'messages.cancel': true,
  'case.open': true,
  'record.restrict': true,
} satisfies Record<Instruction['type'], true>) as Instruction['type'][];

/** A pathway may ask for something that this worker does not know how to do. */
export class KindsWithoutProcessor extends Error {
  constructor(readonly kinds: readonly string[]) {
    super(`The worker cannot start: it has no processor for ${kinds.join(', ')}.`);
  }
}

/** One processor a kind. @throws KindsWithoutProcessor at start-up, so that no instruction waits for ever */
export class InstructionProcessors {
  private readonly byKind: ReadonlyMap<string, InstructionProcessor>;

  constructor(processors: readonly InstructionProcessor[]) {
    this.byKind = new Map(
      processors.flatMap((processor) => processor.kinds.map((kind) => [kind, processor])),
    );
    const missing = KINDS.filter((kind) => !this.byKind.has(kind));
    if (missing.length) throw new KindsWithoutProcessor(missing);
  }

  /** @throws Error for a kind that a newer version wrote */
  processorFor(kind: string): InstructionProcessor {
    const found = this.byKind.get(kind);
    if (!found) throw new Error(`Nobody here knows what ${kind} means`);
    return found;
  }
}
