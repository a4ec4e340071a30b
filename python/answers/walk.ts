import type { TraceStep } from '../protocol.ts';

/** Variables by name, as they are at some step. */
export type Variables = ReadonlyMap<string, string>;

type Visited = { line: number; index: number; time: number };

/** Follows the steps of a trace one by one and knows what is true between any two of them. */
export class Walk {
  private readonly variables = new Map<number, Map<string, string>>();
  /** The calls that are under way, innermost last. */
  private readonly calls: number[] = [];
  private readonly lastLine = new Map<number, Visited>();
  private readonly times = new Map<number, number>();
  private index = 0;
  /** How much of the output was written at the last step. */
  written = 0;

  /** Takes the next step. */
  take(step: TraceStep): void {
    apply(this.inside(step.call), step.changed);
    if (step.call !== 0) apply(this.inside(0), step.shared);
    if (this.calls.at(-1) !== step.call) this.calls.push(step.call);
    if (step.event === 'line') {
      const time = (this.times.get(step.line) ?? 0) + 1;
      this.times.set(step.line, time);
      this.lastLine.set(step.call, { line: step.line, index: this.index, time });
    } else {
      this.calls.pop();
    }
    this.written = step.written;
    this.index += 1;
  }

  /** The line that is being executed before `next` comes: that of its own call, or the one that calls. Null before the first. */
  lineBefore(next: TraceStep | undefined): Visited | null {
    const call = next !== undefined && this.calls.includes(next.call) ? next.call : this.calls.at(-1);
    return call === undefined ? null : (this.lastLine.get(call) ?? null);
  }

  /** The lines of the calls that are under way, innermost first. */
  activeLines(): number[] {
    return this.calls.toReversed().flatMap((call) => {
      const visited = this.lastLine.get(call);
      return visited === undefined ? [] : [visited.line];
    });
  }

  /** Variables of a call; those of the program itself are call 0. */
  of(call: number): Variables {
    return this.inside(call);
  }

  /** How many times the program has come to a line. */
  timesAt(line: number): number {
    return this.times.get(line) ?? 0;
  }

  private inside(call: number): Map<string, string> {
    const known = this.variables.get(call) ?? new Map<string, string>();
    this.variables.set(call, known);
    return known;
  }
}

function apply(variables: Map<string, string>, changes: Readonly<Record<string, string | null>>): void {
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) variables.delete(name);
    else variables.set(name, text);
  }
}
