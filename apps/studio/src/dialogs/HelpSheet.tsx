import { Dialog, useSay } from '@daoyin/ui';
import { operations } from '../operations/registry';
import { tools } from '../tools/registry';
import { useStudioWords } from '../words';

const MORE = [
  ['Ctrl K', { zh: '命令面板', en: 'Command palette' }],
  ['?', { zh: '本帮助', en: 'This help' }],
  ['← ↑ → ↓', { zh: '移动所选 0.1 米（Shift：1 米）', en: 'Move the selection 0.1 m (Shift: 1 m)' }],
  ['Shift', { zh: '加选；拖动框选', en: 'Add to the selection; drag a box' }],
  ['Alt', { zh: '拖动或画图时不吸附', en: 'No snapping while dragging or drawing' }],
  ['Space', { zh: '按住拖动平移', en: 'Hold and drag to move the plan' }],
  ['+ −', { zh: '放大缩小', en: 'Nearer and farther' }],
  ['Esc', { zh: '取消', en: 'Give up' }],
] as const;

/** All keys, and the first three steps for a newcomer. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { language } = useSay();
  const word = useStudioWords();
  const rows: readonly (readonly [string, string])[] = [
    ...MORE.map(([keys, name]) => [keys, name[language]] as const),
    ...operations.flatMap(({ keys, name }) => (keys ? [[keys, name[language]] as const] : [])),
    ...tools.map(({ key, name }) => [key.toUpperCase(), name[language]] as const),
  ];
  return (
    <Dialog title={word('help.title')} onClose={onClose}>
      <ol className="help-steps">
        {(['help.1', 'help.2', 'help.3'] as const).map((key) => (
          <li key={key}>{word(key)}</li>
        ))}
      </ol>
      <dl className="help-keys">
        {rows.map(([keys, text]) => (
          <div key={`${keys} ${text}`}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button button-primary" onClick={onClose}>
        {word('ok')}
      </button>
    </Dialog>
  );
}
