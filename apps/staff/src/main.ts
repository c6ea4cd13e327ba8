import { fetchSession, makeFirstAdmin, type Outcome, type Session, signIn, signOut } from './api';
import './staff.css';

const part = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const [first, enter] = [part<HTMLFormElement>('first'), part<HTMLFormElement>('enter')];
const inside = part('inside');
/** The token stands behind `#`, which browsers keep to themselves, and leaves the address bar at once. */
const invitation = new URLSearchParams(location.hash.slice(1)).get('first-admin');
if (invitation !== null) history.replaceState(null, '', location.pathname);
let session: Session | undefined;

first.addEventListener('submit', (event) => {
  event.preventDefault();
  void doing(first, async ({ name, password }) => {
    const made = await makeFirstAdmin(invitation ?? '', name, password);
    return made.ok ? signIn(name, password) : made;
  });
});
enter.addEventListener('submit', (event) => {
  event.preventDefault();
  void doing(enter, ({ name, password }) => signIn(name, password));
});
part('leave').addEventListener('click', () => {
  if (session) void signOut(session).then(() => show(undefined));
});

const known = await fetchSession();
show(known.ok ? known.value : undefined);

async function doing(
  form: HTMLFormElement,
  work: (entered: { name: string; password: string }) => Promise<Outcome<Session>>,
): Promise<void> {
  const entered = new FormData(form);
  const button = form.querySelector('button')!;
  button.disabled = true;
  const outcome = await work({
    name: String(entered.get('name')),
    password: String(entered.get('password')),
  });
  button.disabled = false;
  if (outcome.ok) form.reset();
  part('notice').textContent = outcome.ok ? '' : outcome.message;
  if (outcome.ok) show(outcome.value);
}

function show(now: Session | undefined): void {
  session = now;
  inside.hidden = now === undefined;
  first.hidden = now !== undefined || invitation === null;
  enter.hidden = now !== undefined || invitation !== null;
  part('who').textContent = now === undefined ? '' : `${now.name} · ${now.role}`;
}
