import { type Hall, Icon, Notice, type Place, takeNumber, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useMemo, useState } from 'react';
import { useVisit } from '../state';
import { Paged } from './Paged';

/** Takes a number: first the department, then what is needed there. */
export function TicketPanel({ hall }: { readonly hall: Hall }) {
  const { say, language } = useSay();
  const [department, setDepartment] = useState<Place | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const departments = useMemo(() => hall.places.filter(({ kind }) => kind === 'department'), [hall]);
  const services = useMemo(() => servicesOf(hall, department), [hall, department]);

  const take = async (service: Place) => {
    const result = await takeNumber(service.id.replace(/^service:/, ''));
    if (result.ok) return useVisit.setState({ ticket: result.value.number, taken: true });
    const closed = result.error.kind === 'refused';
    setProblem(
      closed
        ? say('error.take-closed', { name: labelText(service.name, language) })
        : say('error.take-failed'),
    );
  };
  return (
    <section className="places">
      <h1>{department === undefined ? say('ticket.take-hint') : labelText(department.name, language)}</h1>
      {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      {department === undefined ? (
        <Paged
          key="departments"
          places={departments}
          paint={hall.paint}
          label={say('find.departments')}
          onChoose={setDepartment}
        />
      ) : (
        <>
          <button
            type="button"
            className="button places-back"
            onClick={() => {
              setDepartment(undefined);
              setProblem(undefined);
            }}
          >
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
