import { Icon, phoneBase, Qr, useSay, useSite } from '@daoyin/ui';
import { createContext, type ReactNode, useContext } from 'react';
import { useKioskWords } from './words';

const Base = createContext<string | undefined>(undefined);

/** Knows below which address phones find this hall, for every code on the kiosk. */
export function PhoneBase({ children }: { readonly children: ReactNode }) {
  const site = useSite();
  return <Base value={phoneBase(site, location)}>{children}</Base>;
}

export const usePhoneBase = (): string | undefined => useContext(Base);

/** A code to take along, or why there is none: an address that no phone can open is never shown. */
export function PhoneCode({
  address,
  title,
  hint,
}: {
  readonly address: (base: string) => string;
  readonly title: string;
  readonly hint?: string;
}) {
  const { say } = useSay();
  const word = useKioskWords();
  const base = usePhoneBase();
  if (base === undefined)
    return (
      <div className="route-qr route-qr-none">
        <Icon name="phone" />
        <p>{word('qr.none')}</p>
        <span className="route-qr-staff">{word('qr.none-staff')}</span>
      </div>
    );
  return (
    <figure className="route-qr">
      <Qr text={address(base)} label={say('kiosk.take-along')} />
      <figcaption>
        <strong>{title}</strong>
        {hint === undefined ? null : <span>{hint}</span>}
      </figcaption>
    </figure>
  );
}
