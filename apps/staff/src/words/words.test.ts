import { it } from 'vitest';
import { expectBoth } from '../../../../packages/ui/src/language/both.test-support';
import { en } from './en';
import { zh } from './zh';

it('every sentence of the staff page fills in the same values in both languages, and is translated', () => {
  expectBoth(zh, en);
});
