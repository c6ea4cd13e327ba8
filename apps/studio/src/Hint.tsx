import { useSay } from '@daoyin/ui';
import { useStudio } from './store/studio';
import { toolNamed } from './tools/registry';

/** What to do with the tool that is chosen, in one sentence. */
export function Hint() {
  const { language } = useSay();
  const tool = useStudio((state) => state.tool);
  return (
    <p className="hint" role="status">
      {toolNamed(tool).hint[language]}
    </p>
  );
}
