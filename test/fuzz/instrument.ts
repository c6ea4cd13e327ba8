import { parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_TOKEN = 40;

/**
 * Where a run can go one way or another, a counter is put: `__reached[n]++`, with n from `first` on. Gives the code, the line at
 * which each counter stands, and the texts and names that the code is written with.
 */
export function instrument(
  code: string,
  first: number,
): { readonly code: string; readonly lines: readonly string[]; readonly tokens: readonly string[] } {
  const insertions: { readonly at: number; readonly text: string }[] = [];
  const lines: string[] = [];
  const tokens: unknown[] = [];
  const count = (at: number) => {
    lines.push(
      code
        .slice(code.lastIndexOf('\n', at - 1) + 1)
        .split('\n', 1)[0]!
        .trim(),
    );
    return `__reached[${first + lines.length - 1}]++`;
  };
  const block = (node: Node) => insertions.push({ at: node.start + 1, text: `${count(node.start)};` });
  const expression = (node: Node) => {
    insertions.push({ at: node.start, text: `(${count(node.start)},` }, { at: node.end, text: ')' });
  };
  const statement = (node: Node) => {
    if (node.type === 'BlockStatement') return block(node);
    insertions.push({ at: node.start, text: `{${count(node.start)};` }, { at: node.end, text: '}' });
    return undefined;
  };
  const visit = (node: Node & Record<string, unknown>) => {
    const child = (name: string) => node[name] as Node | null;
    if (/Function/.test(node.type) && child('body')?.type === 'BlockStatement') block(child('body')!);
    else if (node.type === 'ArrowFunctionExpression') expression(child('body')!);
    else if (node.type === 'ConditionalExpression')
      for (const side of ['consequent', 'alternate']) expression(child(side)!);
    else if (node.type === 'LogicalExpression') expression(child('right')!);
    else if (node.type === 'IfStatement')
      for (const side of ['consequent', 'alternate']) if (child(side)) statement(child(side)!);
    if (/^(For|While|DoWhile)/.test(node.type)) statement(child('body')!);
    if (node.type === 'SwitchCase') {
      const [first] = node.consequent as Node[];
      if (first) insertions.push({ at: first.start, text: `${count(first.start)};` });
    }
    if (node.type === 'CatchClause') block(child('body')!);
    if (node.type === 'Literal') tokens.push(node.value);
    if (node.type === 'Property') tokens.push((node.key as { readonly name?: string }).name);
    if (node.type === 'MemberExpression') tokens.push((node.property as { readonly name?: string }).name);
    for (const value of Object.values(node)) {
      for (const part of Array.isArray(value) ? value : [value])
        if (typeof part === 'object' && part !== null && 'type' in part)
          visit(part as Node & Record<string, unknown>);
    }
  };
  visit(parseAst(code, { lang: 'js' }) as unknown as Node & Record<string, unknown>);
  return { code: spliced(code, insertions), lines, tokens: tokens.filter(isToken) };
}

const isToken = (token: unknown): token is string =>
  typeof token === 'string' && token !== '' && token.length <= LONGEST_TOKEN;

/** Insertions at one place keep their order, but what closes stands before what opens. */
function spliced(
  code: string,
  insertions: readonly { readonly at: number; readonly text: string }[],
): string {
  const closes = ({ text }: { text: string }) => (text === ')' || text === '}' ? 0 : 1);
  const ordered = insertions
    .map((one, i) => ({ ...one, i }))
    .sort((a, b) => a.at - b.at || closes(a) - closes(b) || a.i - b.i);
  let [out, from] = ['', 0];
  for (const { at, text } of ordered) {
    out += code.slice(from, at) + text;
    from = at;
  }
  return out + code.slice(from);
}
