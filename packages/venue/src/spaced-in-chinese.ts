/** A sentence as it is set: a space between Chinese and Latin letters or numbers. */
export function spacedInChinese(text: string): string {
  return text
    .replace(/([\u4e00-\u9fff])([A-Za-z0-9])/g, '$1 $2')
    .replace(/([A-Za-z0-9])([\u4e00-\u9fff])/g, '$1 $2');
}
