/**
 * One visit to the kiosk, run inside its page: by number, by search, by department, by theme, by facility, taking a number; each in another
 * language, text size, contrast or storey, with the walk played and home pressed at the end. Must stand alone: it is sent to the page as text.
 */
export async function visit(i: number): Promise<void> {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  /** Two frames: when the second begins, the first was handed to the GPU with whatever it needed there. */
  const drawn = async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const find = (selector: string, at = 0) => document.querySelectorAll<HTMLElement>(selector)[at];
  const press = async (selector: string, at = 0) => {
    for (let tries = 0; tries < 200; tries++) {
      const element = find(selector, at);
      if (element !== undefined) {
        element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })); // somebody is there
        element.click();
        return pause(0);
      }
      await pause(25);
    }
    throw new Error(`visitor ${i}: nothing at ${selector} ${at}`);
  };
  const settled = async (selector: string) => {
    for (let tries = 0; tries < 400 && find(selector) === undefined; tries++) await pause(25);
  };
  const type = async (selector: string, text: string) => {
    await settled(selector);
    const input = find(selector) as HTMLInputElement | undefined;
    if (input === undefined) throw new Error(`visitor ${i}: no ${selector}`);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const digits = async (number: string) => {
    for (const digit of number) await press('.pad .pad-key', digit === '0' ? 10 : Number(digit) - 1);
    await press('.number-go');
  };
  const wishes = [3, 4, 6, 7, 2];
  if (i % 2 === 0) await press('.dock-button', wishes[i % wishes.length]);
  switch (i % 6) {
    case 0:
      await digits(String(1 + ((i * 37) % 250)));
      break;
    case 1:
      await press('.tab', 1);
      await type('#query', ['sb', 'wsj', 'gjj', 'hz', 'shui', 'zhizhao'][i % 5]!);
      await settled('.search-found .result');
      await press('.search-found .result');
      break;
    case 2:
      await press('.tab', 2);
      await press('.result', i % 5);
      break;
    case 3:
      await press('.tab', 3);
      await press('.result', i % 5);
      await press('.theme-steps .result', i % 4);
      break;
    case 4:
      await press('.tab', 4);
      await press('.tile', i % 10);
      break;
    default:
      await press('.tab', 5);
      await press('.result', i % 5);
      await settled('.places-back');
      await press('.places-back');
      await press('.tab', 0);
      await digits('999');
      await settled('[role=alert]');
      await press('.tab', 4);
      await press('.tile', 0);
  }
  await settled('[data-testid=route-length]');
  await press('.route-shows .button');
  await press('.level-key', i % 3);
  if (i % 10 === 0) await press('.map-mode');
  await drawn();
  await press('.dock-button', 0);
}
