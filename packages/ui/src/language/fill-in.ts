export type Values = Readonly<Record<string, string | number>>;

/** The sentence with its `{{names}}` filled in; a name without a value stays as it is, so that it is noticed. */
export function fillIn(sentence: string, values: Values = {}): string {
  return sentence.replace(/{{(\w+)}}/g, (whole, name: string) => String(values[name] ?? whole));
}
