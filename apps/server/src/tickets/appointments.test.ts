import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wallClock } from '../clock';
import { type OpenDatabase, openDatabase } from '../storage/database';
import { databasesUnderTest } from '../testing/databases';
import { type Appointments, openAppointments } from './appointments';
import { type Board, openBoard } from './board';
import { openTicketDesk, type TicketDesk } from './desk';
import { hallHours } from './hall-hours';

const clock = wallClock('Asia/Shanghai');
const at = (day: number, hour: number, minute = 0) =>
  clock.epochMs({ year: 2018, month: 3, day, hour, minute });
const offer = { serviceId: 'fund', name: {}, series: 'H', windows: ['51', '52', '53', '54'] };
const offers = new Map([[offer.serviceId, offer]]);
const services = {
  hours: {
    regular: 'Mo-Fr 09:00-12:00,14:00-17:00',
    extended: 'Tu,Th 17:00-18:00',
    selfService: '24/7',
    stations: '',
  },
  holidays: [{ name: {}, from: '2018-03-09', to: '2018-03-09' }],
};

describe.each(databasesUnderTest())('appointments on $name', (under) => {
  let storage: OpenDatabase;
  let board: Board;
  let appointments: Appointments;
  let desk: TicketDesk;
  let nowMs = at(6, 8); // a Tuesday
  beforeAll(async () => {
    storage = await openDatabase(await under.fresh());
    board = await openBoard(storage);
    const parts = { offers, clock, nowMs: () => nowMs };
    appointments = openAppointments({ ...parts, database: storage.database, services });
    desk = openTicketDesk({
      ...parts,
      storage,
      board,
      series: [{ letter: 'H', name: {}, windows: offer.windows }],
      hours: hallHours(services, clock),
    });
  }, 60_000);
  afterAll(async () => {
    await board.close();
    await storage.close();
    await under.end();
  });
  async function book(atMs: number): Promise<string> {
    const booked = await appointments.book('fund', atMs);
    if (!booked.ok) throw new Error(booked.message);
    return booked.booking.code;
  }
  const slots = async (day: string) => {
    const found = await appointments.slots('fund', day);
    return found.ok ? found.slots : [];
  };

  it('there are some every quarter of an hour when the hall is open, half of the windows, and all of them after closing', async () => {
    const day = await slots('2018-03-06');
    expect(day).toHaveLength(4 * (3 + 3 + 1));
    expect(day[0]).toEqual({ atMs: at(6, 9), free: 2, extended: false });
    expect(day.at(-1)).toEqual({ atMs: at(6, 17, 45), free: 4, extended: true });
    expect(await slots('2018-03-07')).toHaveLength(4 * 6);
    expect(await slots('2018-03-09')).toEqual([]); // a holiday
    expect(await slots('2018-03-10')).toEqual([]); // a Saturday
  });

  it('no time is booked more often than there are windows, also by many at once', async () => {
    const booked = await Promise.all(Array.from({ length: 8 }, () => appointments.book('fund', at(7, 9))));
    expect(booked.filter(({ ok }) => ok)).toHaveLength(2);
    expect((await slots('2018-03-07'))[0]).toMatchObject({ free: 0 });
  });

  it('a code takes one number, on its day, which goes first when its time has come', async () => {
    const code = await book(at(6, 10));
    expect(await desk.take({ serviceId: 'fund', appointment: 'nothing' })).toMatchObject({ ok: false });
    nowMs = at(6, 9, 30);
    await desk.take({ serviceId: 'fund' });
    nowMs = at(6, 9, 50);
    const mine = await desk.take({ serviceId: 'fund', appointment: code });
    expect(mine).toMatchObject({ ok: true, ticket: { appointmentMs: at(6, 10), ahead: 1 } });
    expect(await desk.take({ serviceId: 'fund', appointment: code })).toMatchObject({
      ok: false,
      message: expect.stringContaining('has its number'),
    });
    expect(await appointments.cancel(code)).toBe(false);
    nowMs = at(6, 9, 56);
    const called = await desk.callNext('51');
    expect(called.ok && called.ticket?.number).toBe(mine.ok && mine.ticket.number);
  });

  it('in the hour after closing only those with an appointment are given a number', async () => {
    const code = await book(at(6, 17, 30));
    nowMs = at(6, 17, 20);
    expect(await desk.take({ serviceId: 'fund' })).toMatchObject({ ok: false, kind: 'closed' });
    expect(await desk.take({ serviceId: 'fund', appointment: code })).toMatchObject({ ok: true });
    nowMs = at(6, 18, 1);
    expect(await desk.take({ serviceId: 'fund' })).toMatchObject({
      ok: false,
      kind: 'closed',
      message: 'The hall is closed; it opens 2018-03-07 at 09:00.',
    });
  });

  it('a time given back is free again', async () => {
    const code = await book(at(7, 10));
    expect(await appointments.cancel(code)).toBe(true);
    expect((await slots('2018-03-07')).find(({ atMs }) => atMs === at(7, 10))).toMatchObject({ free: 2 });
  });
});
