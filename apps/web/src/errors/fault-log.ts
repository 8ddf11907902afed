import { Injectable } from '@nestjs/common';

/** Writes down what went wrong on our side, with the reference number that the person saw. No personal data. */
@Injectable()
export class FaultLog {
  /** One line on standard error. Messages of errors may quote what was typed, so only kind, code and place are kept. */
  note(reference: string, fault: unknown, route?: string): void {
    const line = typeof fault === 'string' ? { fault } : describe(fault);
    process.stderr.write(`${JSON.stringify({ reference, route, ...line })}\n`);
  }
}

function describe(fault: unknown): object {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const { code, constraint, table } = fault as Error & {
    code?: unknown;
    constraint?: unknown;
    table?: unknown;
  };
  const at = fault.stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
  return { fault: fault.constructor.name, code, constraint, table, at };
}
