import { Dialog, useSay } from '@daoyin/ui';
import { useStudioWords } from '../words';
import type { Question } from './ask';

/** Asks for one value. */
export function AskDialog({
  question,
  onClose,
}: {
  readonly question: Question;
  readonly onClose: () => void;
}) {
  const { language } = useSay();
  const word = useStudioWords();
  const title = question.title[language];
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          const text = String(new FormData(event.currentTarget).get('value'));
          onClose();
          question.take(text);
        }}
      >
        <label className="field">
          <span className="visually-hidden">{title}</span>
          <input
            name="value"
            defaultValue={question.value}
            autoFocus
            onFocus={(event) => event.target.select()}
          />
        </label>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={onClose}>
            {word('cancel')}
          </button>
          <button type="submit" className="button button-primary">
            {word('ok')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
