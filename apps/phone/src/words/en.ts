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
