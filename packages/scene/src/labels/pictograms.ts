/** Our own pictograms in the manner of ISO 7001, in a box of 24 × 24, filled by the even-odd rule. */
export type PictogramName =
  | 'elevator'
  | 'escalator'
  | 'stairs'
  | 'ramp'
  | 'restroom'
  | 'male'
  | 'female'
  | 'wheelchair'
  | 'information'
  | 'ticket'
  | 'terminal'
  | 'entrance'
  | 'exit'
  | 'seat'
  | 'water'
  | 'baby'
  | 'copy'
  | 'firstaid'
  | 'cash'
  | 'power'
  | 'wifi'
  | 'phone'
  | 'cup'
  | 'parking';

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const PICTOGRAMS: Readonly<Record<PictogramName, string>> = {
  elevator: 'M4.5 3h15v18h-15zM6.5 5v14h11V5zM12 6.4l3.4 4.4H8.6zM12 17.6l-3.4-4.4h6.8z',
  escalator: `${circle(9.4, 4.4, 1.9)}M7.9 7.2h3v4.6l-3 3.3zM2.5 18h4.2l9.9-11h4.9v2.9h-3.6L8 20.9H2.5z`,
  stairs: 'M3 20.5v-3.2h4.3v-4h4.2v-4h4.2v-4H21v3.2h-2.1v4h-4.2v4h-4.2v4z',
  ramp: 'M2.5 20.5 21.5 9v11.5z',
  restroom: `${circle(6.9, 4.6, 2.1)}M4.3 7.6h5.2l1 6.6H9.3V21H4.5v-6.8H3.3zM11.7 3h.9v18h-.9z${circle(17.1, 4.6, 2.1)}M15.2 7.6H19l2.5 8.2h-2V21h-4.8v-5.2h-2z`,
  male: `${circle(12, 4.4, 2.3)}M8.8 7.6h6.4l1.3 7.2h-1.7V21.5H9.2v-6.7H7.5z`,
  female: `${circle(12, 4.4, 2.3)}M9.6 7.6h4.8l3.2 8.6h-2.8v5.3H9.2v-5.3H6.4z`,
  wheelchair: `${circle(10, 3.9, 2.1)}M8.8 6.9h2.5v2.3h4.4v2h-4.4v1.6h5.4l2.5 5.3 1.6-.7.8 1.9-3.5 1.6-3-6H8.8zM7.6 11.2v2.4a4.6 4.6 0 1 0 6.5 5.6l1.1 2.1a6.8 6.8 0 1 1-7.6-10.1z`,
  information: `${circle(12, 5.4, 2.2)}M8.9 9.6h4.9v8.6h1.8v2.6H8.4v-2.6h1.9v-6H8.9z`,
  ticket: 'M5 2.5h14V14H5zM7.2 4.7v5.2h9.6V4.7zM8 11.2v1.3h8v-1.3zM8 15.2h8v6.5l-2-1.3-2 1.3-2-1.3-2 1.3z',
  terminal: 'M4 3h16v11.5H4zM6 5v7.5h12V5zM10.4 14.5h3.2v3.4h3.2v2.6H7.2v-2.6h3.2z',
  entrance: 'M10 3h10v18H10v-4h2v2h6V5h-6v2h-2zM8.6 7.4 14 12l-5.4 4.6v-3.3H3v-2.6h5.6z',
  exit: 'M4 3h10v4h-2V5H6v14h6v-2h2v4H4zM15.6 7.4 21 12l-5.4 4.6v-3.3H10v-2.6h5.6z',
  seat: 'M6.5 3h2.8v8.2h8.2V21h-2.6v-5.4H9.1V21H6.5z',
  water: 'M12 2.5c3.6 4.7 6.2 7.8 6.2 11.4a6.2 6.2 0 0 1-12.4 0c0-3.6 2.6-6.7 6.2-11.4z',
  baby: `${circle(12, 6.2, 3.2)}M6.5 21c0-6.2 2.2-10.4 5.5-10.4s5.5 4.2 5.5 10.4z`,
  copy: 'M4 8h11v13H4zM6 12v1.6h7V12zM6 16v1.6h7V16zM8.5 3H20v13h-3.2V6.2H8.5z',
  firstaid: 'M9.3 3h5.4v6.3H21v5.4h-6.3V21H9.3v-6.3H3V9.3h6.3z',
  cash: `M2.5 6h19v12h-19zM4.7 8.2v7.6h14.6V8.2z${circle(12, 12, 2.6)}`,
  power: 'M13.6 2 5 13.6h5.6L9.4 22 19 9.8h-6z',
  wifi: `${circle(12, 18.6, 2)}M6.6 13.2a7.6 7.6 0 0 1 10.8 0l-1.9 1.9a5 5 0 0 0-7 0zM2.6 9.2a13.3 13.3 0 0 1 18.8 0l-1.9 1.9a10.6 10.6 0 0 0-15 0z`,
  phone:
    'M6.6 2.6 10 7.4 8.2 9.6c1 2.4 3.8 5.2 6.2 6.2l2.2-1.8 4.8 3.4c-.6 2.6-2.4 4-4.8 4C9.6 21.4 2.6 14.4 2.6 7.4c0-2.4 1.4-4.2 4-4.8z',
  cup: 'M4 5h13v2.4h3.5V14H17v1.6a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM17 9.4v2.6h1.5V9.4z',
  parking: 'M6.5 3h6.8a5.4 5.4 0 0 1 0 10.8H9.6V21H6.5zM9.6 6v4.8h3.5a2.4 2.4 0 0 0 0-4.8z',
};

const BY_CATEGORY: readonly (readonly [pattern: RegExp, name: PictogramName])[] = [
  [/^elevator/, 'elevator'],
  [/^escalator/, 'escalator'],
  [/^stairs/, 'stairs'],
  [/^ramp/, 'ramp'],
  [/^restroom.*(wheelchair|accessible)/, 'wheelchair'],
  [/^restroom\.male/, 'male'],
  [/^restroom\.female/, 'female'],
  [/^(restroom|shower)/, 'restroom'],
  [/^wheelchair/, 'wheelchair'],
  [/^(information|service|reception|helpdesk)/, 'information'],
  [/^(ticket|checkin|queue)/, 'ticket'],
  [/^(kiosk|selfservice|terminal|photobooth)/, 'terminal'],
  [/^(entry|entrance)/, 'entrance'],
  [/^(exit|emergencyexit)/, 'exit'],
  [/^seat/, 'seat'],
  [/^(drinkingfountain|water)/, 'water'],
  [/^(mothersroom|babychanging|nursing|familyservices|stroller)/, 'baby'],
  [/^(copymachine|printer|businesscenter)/, 'copy'],
  [/^(firstaid|defibrillator|medical)/, 'firstaid'],
  [/^(atm|cashier|cashregister|bank)/, 'cash'],
  [/^(powercharging|charging)/, 'power'],
  [/^wifi/, 'wifi'],
  [/^phone/, 'phone'],
  [/^(vendingmachine|coffee|restaurant|cafe)/, 'cup'],
  [/^parking/, 'parking'],
];

/** The pictogram of an IMDF category, where there is one. */
export function pictogramOf(category: string): PictogramName | undefined {
  return BY_CATEGORY.find(([pattern]) => pattern.test(category))?.[1];
}
