import { createComplaints, say } from './complaints';
import { linesOf, lineWriter, type NumberedLine } from './streams';

/** One answer a line of standard input on standard output; a line that is no query is answered too, and complained of. */
export async function answerQueries(
  answer: (
    line: NumberedLine,
  ) =>
    | { readonly ok: true }
    | { readonly ok: false; readonly error: { readonly kind: string; readonly message?: string } },
): Promise<number> {
  const writer = lineWriter(process.stdout);
  const complaints = createComplaints(say);
  for await (const lines of linesOf(process.stdin)) {
    for (const line of lines) {
      const result = answer(line);
      if (!result.ok && result.error.kind === 'bad-query') {
        complaints.add('bad-query', `stdin:${line.number}`, result.error.message ?? 'bad query');
      }
      writer.write(JSON.stringify(result));
      await writer.flush();
    }
  }
  complaints.finish();
  return 0;
}
