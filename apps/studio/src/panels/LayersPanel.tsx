import { SwitchRow, useSay } from '@daoyin/ui';
import { layers } from '../layers/registry';
import { Glyph } from '../parts/Glyph';
import { useStudio } from '../store/studio';

/** A switch for each layer. */
export function LayersPanel() {
  const { language } = useSay();
  const switched = useStudio((state) => state.layers);
  return (
    <div className="panel-body">
      {layers.map(({ id, name, on }) => (
        <SwitchRow
          key={id}
          icon={<Glyph name="layers" />}
          name={name[language]}
          on={switched[id] ?? on}
          onChange={(next) => useStudio.setState({ layers: { ...switched, [id]: next } })}
        />
      ))}
    </div>
  );
}
