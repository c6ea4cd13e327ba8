import hall from '../hall.json' with { type: 'json' };
import { addressesFor } from './address';
import { createBeaconListener, type Hindrance, hindranceOf } from './listener';
import { openRelay, type Relay } from './relay';
import { newSession } from './session';
import { systemClock, type Wx } from './wx';

declare const wx: Wx;
declare function Page(page: object): void;

/** What the page's template shows. */
interface Shown {
  /** The phone page; empty while something is asked of the visitor first. */
  readonly address: string;
  readonly hindrance: Hindrance | '';
  readonly otherHall: boolean;
}

interface ThisPage {
  readonly data: Shown;
  setData(change: Partial<Shown>): void;
  listener?: ReturnType<typeof createBeaconListener>;
  relay?: Relay | undefined;
  page?: string;
  relayTo?: string;
}

/** The one page: asks for what beacons need, then shows the phone page and hands it what the phone hears. */
Page({
  data: { address: '', hindrance: '', otherHall: false } satisfies Shown,

  onLoad(this: ThisPage, { q }: { readonly q?: string }) {
    void newSession(wx).then((session) => {
      const opened = addressesFor(q, session, hall);
      if (!opened.ok) return this.setData({ otherHall: true });
      this.page = opened.page;
      this.relayTo = opened.relay;
      this.listener = createBeaconListener({
        wx,
        clock: systemClock,
        uuids: hall.uuids,
        onHeard: (adverts) => this.relay?.heard(adverts),
        onState: () => undefined,
      });
      begin(this);
    });
  },

  /** After the visitor was in the settings, and after iOS stopped what ran in the background. */
  onShow(this: ThisPage) {
    if (this.listener !== undefined) begin(this);
  },

  onHide(this: ThisPage) {
    this.listener?.stop();
  },

  onUnload(this: ThisPage) {
    this.listener?.stop();
    this.relay?.close();
  },

  openSettings() {
    wx.openAppAuthorizeSetting?.();
  },

  /** Without beacons one goes by signs and steps. */
  goOn(this: ThisPage) {
    this.setData({ address: this.page ?? '', hindrance: '' });
  },
});

function begin(page: ThisPage): void {
  const why = hindranceOf(wx);
  if (why !== undefined && page.data.address === '') {
    page.setData({ hindrance: why });
    return;
  }
  page.relay ??= openRelay(wx, systemClock, page.relayTo!);
  page.listener!.start();
  if (page.data.address === '') page.setData({ address: page.page!, hindrance: '' });
}
