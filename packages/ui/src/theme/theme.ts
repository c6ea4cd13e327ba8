export type ThemeName = 'light' | 'dark' | 'contrast';

/** The theme to show: the chosen one, else what the device asks for. */
export function themeFor(chosen: ThemeName | 'auto'): ThemeName {
  if (chosen !== 'auto') return chosen;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Puts the theme and the text size on the document, where tokens.css finds them. */
export function applyTheme(wish: {
  readonly theme: ThemeName | 'auto';
  readonly largeText: boolean;
  readonly hugeText?: boolean;
}): void {
  const root = document.documentElement;
  root.dataset.theme = themeFor(wish.theme);
  root.dataset.text = wish.hugeText ? 'huge' : wish.largeText ? 'large' : 'normal';
}
