import type { PhoneKey } from './zh';

/** The phone's own sentences in English. */
export const en: Readonly<Record<PhoneKey, string>> = {
  'leave.now': 'Leave now: the walk takes about {{walk}} min',
  'leave.later': 'You can sit for {{minutes}} min more; the walk takes about {{walk}} min',
  'leave.ask': 'Tell us where you are and we say when to get up',
  'leave.say': 'Time to go: please walk to window {{window}} now',
  'ticket.last-called': 'Last called: {{number}}',
  'ticket.none-called': 'No number called yet today',
  'ticket.wait-range':
    'Wait about {{from}}–{{to}} min (half are called within {{from}} min, nine of ten within {{to}})',
  'ticket.return': 'I am back, queue me again',
  'ticket.cancel': 'I no longer need it: cancel',
  'ticket.cancel-sure': 'Really cancel {{number}}?',
  'ticket.cancel-yes': 'Yes, cancel',
  'ticket.cancel-no': 'Keep it',
  'ticket.action-failed': 'That did not work. Try again, or ask at the guide desk',
  'ticket.passed-way': 'Your number was passed. The route leads to the guide desk, where you can queue again',
  'ticket.over': 'This ticket is finished',
  'ticket.yesterday': 'This ticket is of {{day}}; numbers start again every day. Please take a new one',
  'code.other-hall':
    'This code is not of this hall, or no longer. Scan a sign near you, or enter a window below',
  'code.gone': 'What this code leads to no longer exists. Choose below or ask at the guide desk',
  'capsule.title': 'Route without network',
  'capsule.why':
    'No network needed: the whole route was in the code. Tap the large button when a step is done',
  'capsule.sketch': 'Sketch of the route',
  'capsule.back': 'Step back',
  'capsule.next': 'I am there, next',
  'capsule.damaged': 'The route in this code cannot be read. Scan it again, or enter a window below',
  'capsule.newer': 'This code is newer than this page. Go online, reload and scan it again',
  'trip.restored': 'Going on where you stopped. Please tell us where you are now',
  'source.now': 'Located by {{name}}',
  'source.told': 'Guiding from where you said you are',
  'source.turn-on': 'Turn on',
  'source.bluetooth': 'phone Bluetooth',
  'source.wechat': 'WeChat mini program',
  'source.receiver': 'the hall’s receiver',
  'source.steps': 'step counting',
  'source.signs': 'window numbers and codes',
  'source.map': 'a tap on the map',
  'source.hearing': 'In use',
  'source.asking': 'Waiting…',
  'source.off-bluetooth':
    'Hears the hall’s beacons: the most exact. Your position is worked out on this phone and never sent',
  'source.silent-bluetooth':
    'On, but no beacon heard yet. Please turn on Bluetooth and location on the phone',
  'source.denied-bluetooth':
    'Bluetooth was not allowed. Allow it in the browser’s site settings, then try again',
  'source.unsupported-bluetooth':
    'This browser cannot hear beacons. Opened through WeChat it can; or go by steps and window numbers',
  'source.failed-bluetooth': 'Bluetooth is off. Turn it on, then try again',
  'source.silent-wechat':
    'WeChat hears no beacon. Turn on Bluetooth and location, and allow WeChat to use location',
  'source.silent-receiver': 'The receiver is silent. See whether it is on, or ask for another',
  'source.off-steps':
    'The phone counts your steps and guides on between two signs. Tap “Turn on”, then “Allow”',
  'source.silent-steps': 'The phone reports no movement; please hold it in your hand',
  'source.denied-steps':
    'Motion was not allowed. Close and reopen the page and choose “Allow”; or tap “next” at each place',
  'source.unsupported-steps': 'This device has no motion sensor. Tap “next” at each place',
  'source.insecure-steps':
    'The page came without encryption, so there are no steps. Tap “next” at each place',
  'source.how-signs':
    'Always: enter a window number near you, or scan a sign’s code with the camera, and it goes on from there',
  'source.how-map': 'Always: tap “Tap the map where you are”',
  'guide.look-for': 'Look for the sign of {{goal}}, and tell us where you are when you stand below a sign',
  'beacons.tell': 'Help check the hall’s beacons',
  'beacons.tell-hint': 'Says how the beacons are, never where or who you are',
  'source.offer-steps': 'Follow me by my steps',
  'source.offer-hint': 'The phone may ask to use motion: please choose “Allow”',
  'scan.open': 'Scan the code of a sign near you',
  'scan.title': 'Scan a sign',
  'scan.hint': 'Hold the code in the middle. The picture never leaves your phone',
  'scan.unsupported':
    'This browser cannot scan in the page. Use the phone’s camera or WeChat and it goes on here; or enter a window number',
  'scan.insecure':
    'The page came without encryption, so no camera. Use the phone’s own camera, or enter a window number',
  'scan.no-camera': 'No camera was found. Please enter a window number near you',
  'scan.denied':
    'The camera was not allowed. Allow it in the browser’s site settings, or enter a window number',
  'scan.busy': 'The camera does not start; another app may be using it. Close that, or enter a window number',
  'scan.unknown': 'That is no code of a sign here; try another',
  'rate.title': 'How was the service?',
  'rate.stars': 'Stars: {{stars}}',
  'rate.thanks': 'Thank you for your rating',
  'journey.title': '{{name}}: steps: {{count}}',
  'journey.step': 'Step {{step}}',
  'journey.now': 'Now',
  'journey.done': 'Done',
  'journey.go': 'Go to this step',
  'journey.next': 'Done here. Next: {{name}}',
  'journey.finish': 'All done',
  'journey.unknown': 'The errand of this code no longer exists. Choose one below or ask at the guide desk',
  'journey.themes': 'Errands over several windows',
};
