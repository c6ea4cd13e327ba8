/** The phone's own sentences in Chinese; its keys are those that English must match. */
export const zh = {
  'leave.now': '现在就出发，走过去约 {{walk}} 分钟',
  'leave.later': '还可以坐 {{minutes}} 分钟，走过去约 {{walk}} 分钟',
  'leave.ask': '告诉我们您在哪里，就能提醒您几时出发',
  'leave.say': '该出发了，请现在走向 {{window}} 号窗口',
  'ticket.last-called': '刚叫到 {{number}}',
  'ticket.none-called': '今天还没有叫号',
  'ticket.wait-range':
    '大约等 {{from}}–{{to}} 分钟（一半的人在 {{from}} 分钟内叫到，十人中九人在 {{to}} 分钟内）',
  'ticket.return': '我回来了，重新排队',
  'ticket.cancel': '不办了，取消这张票',
  'ticket.cancel-sure': '确定取消 {{number}} 吗？',
  'ticket.cancel-yes': '确定取消',
  'ticket.cancel-no': '不取消',
  'ticket.action-failed': '没有成功，请再试一次，或到导办台办理',
  'ticket.passed-way': '您的号已过，路线带您去导办台重新排队',
  'ticket.over': '这张票已经结束',
  'ticket.yesterday': '这张票是 {{day}} 的，号码每天重新开始。请重新取号',
  'rate.title': '这次服务怎么样？',
  'rate.stars': '{{stars}} 星',
  'rate.thanks': '谢谢您的评价',
  'journey.title': '{{name}}：共 {{count}} 步',
  'journey.step': '第 {{step}} 步',
  'journey.now': '现在去',
  'journey.done': '已办',
  'journey.go': '去这一步',
  'journey.next': '这一步办好了，下一步：{{name}}',
  'journey.finish': '全部办好了',
  'journey.unknown': '这个二维码对应的“一件事”已经没有了，请在下面重新选择或问导办台',
  'journey.themes': '要办的一件事',
} as const;

export type PhoneKey = keyof typeof zh;
