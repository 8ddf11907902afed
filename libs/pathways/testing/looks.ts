import { type Pathway } from '../src/pathway';
import { type Arrow } from './arrows';
import { noReads, type Reads } from './reads';

const ENOUGH_LOOKS = 200;

/** What each guard, and each arrow's actions, have looked at so far. */
export class Looks {
  private readonly guards = new Map<string, Reads>();
  private readonly asked = new Map<string, number>();
  private readonly actions = new Map<string, Set<string>>();

  constructor(private readonly pathway: Pathway) {}

  ofGuard(name: string): Reads {
    const reads = this.guards.get(name) ?? noReads();
    this.guards.set(name, reads);
    return reads;
  }

  /** Whether a guard should be watched once more: after many looks it has shown all that it looks at. */
  isWatched(name: string): boolean {
    const times = (this.asked.get(name) ?? 0) + 1;
    this.asked.set(name, times);
    return times <= ENOUGH_LOOKS || times % ENOUGH_LOOKS === 0;
  }

  /** Everything that may decide how these arrows are taken, and what is remembered of it. */
  ofArrows(arrows: readonly Arrow[]): Reads {
    const together = noReads();
    for (const { id, guards } of arrows) {
      guards.forEach((name) => add(this.ofGuard(name), together));
      this.actions.get(id)?.forEach((name) => together.payload.add(name));
    }
    return together;
  }

  /** Notes what the actions of these arrows looked at in the answers. */
  learn(arrows: readonly Arrow[], { payload }: Reads): void {
    for (const { id } of arrows)
      this.actions.set(id, new Set([...(this.actions.get(id) ?? []), ...payload]));
  }

  /** Guards that look at a fact without naming it: the shell would not look it up, and they could never say yes. */
  unnamedFacts(): string[] {
    return [...this.guards].flatMap(([guard, { facts }]) => {
      const named = this.pathway.guards[guard]?.needs ?? [];
      return [...facts]
        .filter((name) => !named.includes(name))
        .map((name) => `${guard} looks at the fact ${name} and does not name it in \`needs\``);
    });
  }

  /** Guards that look at what is typed, and neither say so nor name another way: they would block the button for good. */
  unsaidAnswers(): string[] {
    const isSaid = (guard: string) => {
      const { aboutAnswer, otherWays } = this.pathway.guards[guard] ?? {};
      return Boolean(aboutAnswer) || Boolean(otherWays?.length);
    };
    return [...this.guards]
      .filter(([guard, { payload }]) => payload.size && !isSaid(guard))
      .map(([guard, { payload }]) => `${guard} looks at ${[...payload].join(', ')}`);
  }
}

function add(from: Reads, to: Reads): void {
  from.payload.forEach((name) => to.payload.add(name));
  from.facts.forEach((name) => to.facts.add(name));
  from.context.forEach((name) => to.context.add(name));
  from.regions.forEach((name) => to.regions.add(name));
  to.day ||= from.day;
}
