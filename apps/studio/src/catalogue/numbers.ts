/** Windows as they are typed: `1-6, 12` is each of 1 to 6, and 12. Undefined where that cannot be read. */
export function readNumbers(text: string): readonly string[] | undefined {
  const numbers: string[] = [];
  for (const part of text.split(/[,，、;；\s]+/).filter(Boolean)) {
    const range = /^(\D*)(\d+)[-–~～至](\d+)$/.exec(part);
    if (!range) {
      if (/[-–~～]/.test(part)) return undefined;
      numbers.push(part);
      continue;
    }
    const [, letter = '', first = '', last = ''] = range;
    const [from, to] = [Number(first), Number(last)];
    if (to < from || to - from > 999) return undefined;
    for (let number = from; number <= to; number++)
      numbers.push(`${letter}${String(number).padStart(first.startsWith('0') ? first.length : 0, '0')}`);
  }
  return [...new Set(numbers)];
}

/** The same, written: runs of three and more as a range. */
export function writeNumbers(numbers: readonly string[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let end = i;
    while (follows(numbers[end]!, numbers[end + 1])) end++;
    if (end - i >= 2) parts.push(`${numbers[i]}-${numbers[end]}`);
    else parts.push(...numbers.slice(i, end + 1));
    i = end + 1;
  }
  return parts.join(', ');
}

const follows = (a: string, b: string | undefined): boolean =>
  /^[1-9]\d*$/.test(a) && b !== undefined && b === String(Number(a) + 1);
