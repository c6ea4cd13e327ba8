import { fillIn, type Values } from './fill-in';
import { type Language, useSay } from './index';

/**
 * A page's own sentences beside those that all pages share, so that no page loads another's: both languages have the same keys, and
 * `{{name}}` is filled in. Gives a hook that words them in the current language.
 */
export function wordingOf<Key extends string>(
  sentences: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
): () => (key: Key, values?: Values) => string {
  return () => {
    const { language } = useSay();
    return (key, values) => fillIn(sentences[language][key], values);
  };
}
