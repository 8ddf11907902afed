import { DoneAtTheDoorProcessor } from './done-at-the-door.processor';
import { InstructionProcessors, KindsWithoutProcessor } from './instruction-processors';
import { MessagesCancelProcessor } from './messages-cancel.processor';
import { RecordRestrictProcessor } from './record-restrict.processor';

it('refuses to start while a kind of instruction has no processor', () => {
  const some = [
    new DoneAtTheDoorProcessor(),
    new MessagesCancelProcessor(),
    new RecordRestrictProcessor(),
  ];
  expect(() => new InstructionProcessors(some)).toThrow(KindsWithoutProcessor);
  expect(() => new InstructionProcessors(some)).toThrow(
    'The worker cannot start: it has no processor for message.send.',
  );
});
