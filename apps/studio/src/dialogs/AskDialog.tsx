import { Dialog, useSay } from '@daoyin/ui';
import { useState } from 'react';
import { useStudioWords } from '../words';
import type { Question, Refusal } from './ask';

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
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const title = question.title[language];
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          const text = String(new FormData(event.currentTarget).get('value'));
          const refused = question.take(text);
          setRefusal(refused);
          if (!refused) onClose();
        }}
      >
        <label className="field">
          <span className="visually-hidden">{title}</span>
          <input
            name="value"
            defaultValue={question.value}
            aria-invalid={refusal !== undefined}
            autoFocus
            onFocus={(event) => event.target.select()}
          />
        </label>
        {refusal ? (
          <p role="alert" className="fault">
            {refusal[language]}
          </p>
        ) : null}
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
