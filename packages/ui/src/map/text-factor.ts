/** Of a page with its largest text, how much more than its root's size letters on a map grow. */
const HUGE = 1.7;

/** What the sizes of signs and letters on a map are multiplied by: they grow with the page's own text. */
export function textFactor(): number {
  const root = document.documentElement;
  const px = Number.parseFloat(getComputedStyle(root).fontSize);
  const factor = Number.isFinite(px) ? Math.max(1, px / 16) : 1;
  return root.dataset.text === 'huge' ? factor * HUGE : factor;
}
