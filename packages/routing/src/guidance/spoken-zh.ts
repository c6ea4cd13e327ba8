const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const PLACES = ['', '十', '百', '千'] as const;

/** Longer numbers are names, such as a hotline's, and are read digit by digit. */
const LONGEST_COUNT = 4;

/** A sentence as a voice should say it: numbers in words (`两米`, `一百五十二号窗口`), no brackets or quotation marks. */
export function spokenInChinese(text: string): string {
  return text
    .replace(/(\d+)\s*[-–~]\s*(\d+)/g, '$1至$2')
    .replace(/(机|终端|电脑)(\d+)/g, '$1$2号') // of several alike
    .replace(/\d+(?![\dA-Za-z])/g, (digits, at: number, whole: string) => {
      const unit = whole[at + digits.length];
      return spokenNumber(digits, unit === '米');
    })
    .replace(/[（(]/g, '，')
    .replace(/[）)“”"「」]/g, '')
    .replace(/[/·]/g, '，')
    .replace(/，+(?=，|。|$)/g, '');
}

/** `152` as 一百五十二, `02` and `12345` digit by digit; before a measure word 2 is 两. */
export function spokenNumber(digits: string, measured = false): string {
  const isName = digits.length > LONGEST_COUNT || (digits.length > 1 && digits.startsWith('0'));
  if (isName) return [...digits].map((digit) => DIGITS[Number(digit)]).join('');
  const value = Number(digits);
  if (value === 0) return DIGITS[0];
  if (value === 2 && measured) return '两';
  const places = [...String(value)].map(Number);
  let said = '';
  let skipped = false;
  places.forEach((digit, i) => {
    const place = places.length - 1 - i;
    if (digit === 0) {
      skipped = true;
      return;
    }
    said += `${skipped ? DIGITS[0] : ''}${measured && digit === 2 && place >= 2 ? '两' : DIGITS[digit]}${PLACES[place]}`;
    skipped = false;
  });
  return said.replace(/^一十/, '十');
}
