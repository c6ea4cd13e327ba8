import { useSay } from '@daoyin/ui';
import type { Operation } from '../operations/operation';
import { useStudio } from '../store/studio';

/** A button for each operation; what cannot be done now says why. */
export function OperationButtons({ of }: { readonly of: readonly Operation[] }) {
  const { language } = useSay();
  const state = useStudio();
  return (
    <div className="operations">
      {of.map(({ id, name, disabled, run }) => {
        const why = disabled(state)?.[language];
        return (
          <button
            type="button"
            key={id}
            className="operation"
            disabled={why !== undefined}
            title={why ?? ''}
            onClick={run}
          >
            {name[language]}
          </button>
        );
      })}
    </div>
  );
}
