import { type Hall, Icon, Notice, type Place, takeNumber, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useMemo, useRef, useState } from 'react';
import { useVisit } from '../state';
import { useKioskWords } from '../words';
import { Paged } from './Paged';

/** Takes a number: first the department, then what is needed there. However often it is touched, it is one number. */
export function TicketPanel({ hall }: { readonly hall: Hall }) {
  const { say, language } = useSay();
  const word = useKioskWords();
  const { department: chosen } = useVisit();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const taking = useRef(false);
  const departments = useMemo(() => hall.places.filter(({ kind }) => kind === 'department'), [hall]);
  const department = departments.find(({ id }) => id === chosen);
  const services = useMemo(() => servicesOf(hall, department), [hall, department]);

  const take = async (service: Place) => {
    if (taking.current) return;
    taking.current = true;
    setBusy(true);
    const result = await takeNumber(service.id.replace(/^service:/, ''));
    taking.current = false;
    setBusy(false);
    if (result.ok) {
      const { number: ticket, holderToken } = result.value;
      return useVisit.setState({ ticket, taken: true, holder: holderToken ?? undefined });
    }
    const closed = result.error.kind === 'refused';
    setProblem(
      closed
        ? say('error.take-closed', { name: labelText(service.name, language) })
        : say('error.take-failed'),
    );
  };
  const choose = (id: string | undefined) => {
    setProblem(undefined);
    useVisit.setState({ department: id });
  };
  return (
    <section className="places">
      <h1>{department === undefined ? say('ticket.take-hint') : labelText(department.name, language)}</h1>
      {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      {busy ? <Notice tone="info">{word('ticket.busy')}</Notice> : null}
      {department === undefined ? (
        <Paged
          key="departments"
          places={departments}
          paint={hall.paint}
          label={say('find.departments')}
          onChoose={({ id }) => choose(id)}
        />
      ) : (
        <>
          <button type="button" className="button places-back" onClick={() => choose(undefined)}>
            <Icon name="arrow-left" />
            {say('kiosk.back')}
          </button>
          <Paged
            key={department.id}
            places={services}
            paint={hall.paint}
            label={say('find.services')}
            onChoose={(service) => void take(service)}
          />
        </>
      )}
    </section>
  );
}

function servicesOf(hall: Hall, department: Place | undefined): readonly Place[] {
  const id = department?.id.replace(/^department:/, '');
  const items = new Set(
    hall.services?.items.filter((item) => item.departmentId === id).map((item) => `service:${item.id}`),
  );
  return hall.places.filter((place) => items.has(place.id));
}
