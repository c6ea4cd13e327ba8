import { type Name, name } from '../elements';

/** What one can ask for with a business, and what one brings for it. */
export interface Action {
  /** Follows the business's Chinese name, and its English name after a colon; empty where the name says it all. */
  readonly zh: string;
  readonly en: string;
  readonly bring: readonly Name[];
}

const FORM = name('申请表（可现场填写）', 'Application form (can be filled in here)');
const IDENTITY = name('申请人身份证明原件', "Applicant's identity document");
const GROUNDS = name('符合办理条件的证明材料', 'Evidence that the conditions are met');
const ORIGINAL = name('原证照正本和副本', 'The present licence or certificate');
const CHANGE = name('变更事项的证明材料', 'Evidence of the change');
const LOSS = name('遗失或损毁声明', 'Declaration of loss or damage');
const CLEARANCE = name('债权债务或业务清结证明', 'Evidence that all business is settled');
const PHOTO = name('近期免冠证件照', 'Recent identity photograph');

const action = (zh: string, en: string, ...bring: Name[]): Action => ({ zh, en, bring });

const fresh = (zh: string, en: string) => action(zh, en, FORM, IDENTITY, GROUNDS);
const changed = (zh: string, en: string) => action(zh, en, FORM, IDENTITY, ORIGINAL, CHANGE);
const again = action('补办', 'replacement', FORM, IDENTITY, LOSS);
const ended = (zh: string, en: string) => action(zh, en, FORM, ORIGINAL, CLEARANCE);

/** The sets of actions by the mark that stands with a business. */
export const ACTIONS = {
  /** One item, as named. */
  A: [action('', '', FORM, IDENTITY)],
  /** A licence. */
  L5: [
    fresh('新办', 'new'),
    changed('变更', 'change'),
    changed('延续', 'renewal'),
    again,
    ended('注销', 'cancellation'),
  ],
  L4: [
    fresh('新办', 'new'),
    changed('变更', 'change'),
    changed('延续', 'renewal'),
    ended('注销', 'cancellation'),
  ],
  L3: [fresh('新办', 'new'), changed('变更', 'change'), ended('注销', 'cancellation')],
  /** A filing. */
  F3: [
    fresh('备案', 'filing'),
    changed('变更备案', 'change of filing'),
    ended('注销备案', 'withdrawal of filing'),
  ],
  F2: [fresh('备案', 'filing'), changed('变更备案', 'change of filing')],
  /** A personal document. */
  C3: [
    action('申领', 'first issue', IDENTITY, PHOTO),
    action('换领', 'renewal', IDENTITY, PHOTO, ORIGINAL),
    action('补领', 'replacement', IDENTITY, PHOTO, LOSS),
  ],
  C2: [action('申领', 'first issue', IDENTITY, PHOTO), action('补领', 'replacement', IDENTITY, PHOTO, LOSS)],
  /** A benefit. */
  B3: [fresh('申领', 'application'), changed('信息变更', 'change of details'), ended('停发', 'ending')],
  B2: [fresh('申请', 'application'), changed('信息变更', 'change of details')],
  /** A look-up. */
  Q2: [action('查询', 'query', IDENTITY), action('打印', 'print-out', IDENTITY)],
  /** A company or partnership. */
  R4: [
    fresh('设立登记', 'formation'),
    changed('变更登记', 'change'),
    changed('备案', 'filing'),
    ended('注销登记', 'dissolution'),
  ],
  /** A right in real estate. */
  P5: [
    fresh('首次登记', 'first registration'),
    fresh('转移登记', 'transfer'),
    changed('变更登记', 'change'),
    changed('更正登记', 'correction'),
    ended('注销登记', 'cancellation'),
  ],
  P3: [
    fresh('首次登记', 'first registration'),
    changed('变更登记', 'change'),
    ended('注销登记', 'cancellation'),
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>;

export type ActionMark = keyof typeof ACTIONS;
