/** The words of a TEXT, ATTRIB or MTEXT without its formatting (DXF Reference, MTEXT; AutoCAD's control codes). */
export function plainText(raw: string, isMtext: boolean): string {
  const decoded = raw
    .replace(/\\U\+([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/%%(\d{3})/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/%%[dD]/g, '°')
    .replace(/%%[pP]/g, '±')
    .replace(/%%[cC]/g, 'Ø')
    .replace(/%%[uUoOkK]/g, '');
  return (isMtext ? withoutFormats(decoded) : decoded)
    .split('\n')
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const PARAGRAPH = /\\[PXN]/g;
const FORMAT = /\\[ACcFfHhKkLlOopQTWw](?:(?<=\\[ACcFfHhpQTWw])[^;\\{}]*;)?/g;
const STACKED = /\\S([^;^#/]*)[#^/]([^;]*);/g;
const LITERAL = /\\([\\{}])/g;

/** Formats such as `\fSimSun|b0;` and braces are dropped; paragraphs become lines. */
function withoutFormats(raw: string): string {
  const literals: string[] = [];
  return raw
    .replace(LITERAL, (_, letter: string) => `\uE000${literals.push(letter) - 1}\uE000`)
    .replace(PARAGRAPH, '\n')
    .replace(/\\~/g, ' ')
    .replace(STACKED, '$1/$2')
    .replace(FORMAT, '')
    .replace(/[{}]/g, '')
    .replace(/\uE000(\d+)\uE000/g, (_, index: string) => literals[Number(index)]!);
}
