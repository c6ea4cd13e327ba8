/** Says what is wrong with the input on stderr: the first few of each kind in full, the rest as a count at the end. */
export interface Complaints {
  /** `where` is a place such as `stdin:12`. */
  add(kind: string, where: string, message: string): void;
  /** How many were not shown, by kind. */
  finish(): void;
}

export function createComplaints(say: (line: string) => void, shownPerKind = 5): Complaints {
  const counts = new Map<string, number>();
  return {
    add(kind, where, message) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count <= shownPerKind) say(`${where}: ${message}`);
    },
    finish() {
      for (const [kind, count] of counts) {
        if (count > shownPerKind) say(`… and ${count - shownPerKind} more of kind ${kind}`);
      }
    },
  };
}

/** One line to stderr, marked as ours. */
export function say(line: string): void {
  process.stderr.write(`daoyin: ${line}\n`);
}
