import { AskDialog } from './AskDialog';
import { useDialog } from './ask';
import { CommandPalette } from './CommandPalette';
import { HelpSheet } from './HelpSheet';
import { ImportDialog } from './ImportDialog';
import { PublishDialog } from './PublishDialog';

/** The dialog that is open, if any. */
export function Dialogs() {
  const { opened } = useDialog();
  const close = () => useDialog.setState({ opened: undefined });
  if (opened === undefined) return null;
  if (opened === 'palette') return <CommandPalette onClose={close} />;
  if (opened === 'help') return <HelpSheet onClose={close} />;
  if (opened === 'publish') return <PublishDialog onClose={close} />;
  if (opened === 'import') return <ImportDialog onClose={close} />;
  return <AskDialog question={opened} onClose={close} />;
}
