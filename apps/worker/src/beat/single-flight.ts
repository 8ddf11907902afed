/**
 * Lets one run of `work` go at a time. Whoever asks while it runs gets one more run after it, so that nothing that
 * was written before the asking is missed.
 */
export class SingleFlight {
  private current: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  constructor(private readonly work: () => Promise<void>) {}

  run(): Promise<void> {
    if (!this.current) return this.begin();
    this.next ??= this.current.catch(() => undefined).then(() => this.begin());
    return this.next;
  }

  /** Resolves when nothing runs and nothing waits to run. */
  async rest(): Promise<void> {
    while (this.current) await (this.next ?? this.current).catch(() => undefined);
  }

  private begin(): Promise<void> {
    this.next = undefined;
    this.current = this.work().finally(() => (this.current = undefined));
    return this.current;
  }
}
