/**
 * What the rules say of a finding in Chinese: each sentence of theirs as a pattern, and what it becomes, with the numbers and names that
 * the pattern catches. The subject of a finding is named before it, so that it is not said again.
 */
const SENTENCES: readonly (readonly [pattern: RegExp, zh: string])[] = [
  // beacons
  [/(\S+ \S+|\S+) is also beacon (\S+)\.$/, '与信标 $2 的身份相同：手机分不清这两个。'],
  [/it has no uuid, major and minor/, '没有 UUID、Major 和 Minor，也没有地址，手机认不出它。'],
  [/its level is "(.*)", the venue has (.*)\.$/, '写的楼层是“$1”，平面图只有 $2。'],
  [/nobody knows where it hangs/, '没有人知道它挂在哪里。'],
  [/it is (\S+) m above its floor, expected (\S+) to (\S+)\./, '离地 $1 米，一般是 $2 到 $3 米。'],
  [/it is (\S+) dBm at 1 m, expected (\S+) to (\S+)\./, '1 米处功率 $1 dBm，一般是 $2 到 $3。'],
  [/it is (\S+) ms between adverts, expected (\S+) to (\S+)\./, '每 $1 毫秒广播一次，一般是 $2 到 $3 毫秒。'],
  [/it is (\S+) m outside "(.*)"\.$/, '挂在“$2”轮廓外 $1 米。'],
  [
    /^(\d+) m² of (\S+) have fewer than (\d+) audible beacons \((\S+) at the worst place\)/,
    '$2 有 $1 平方米听得到的信标少于 $3 个（最差处 $4 个），定位会不准。请在这里加信标。',
  ],
  // windows
  [/window (\S+) is also occupant/, '另有一个窗口也叫 $1 号：访客会走错。'],
  [/the visitor of window (\S+) stands outside the outline of "(.*)"/, '办事人站的位置在“$2”轮廓之外。'],
  [/the visitor of window (\S+) stands inside fixture/, '办事人站的位置在柜台或家具里。'],
  [/the visitor of window (\S+) stands in /, '办事人站的位置不是可以站立的地面。'],
  [/window (\S+) has no counter: .* within (\S+) m/, '附近 $2 米内没有它的柜台。'],
  [/window (\S+) is over (\S+) m from its counter/, '离它的柜台超过 $2 米。'],
  [/it is not in its unit/, '站立点不在写明的区域里。'],
  [
    /nobody can stand where its visitors are to stand/,
    '办事人站的位置走不进去：请移开挡住的东西，或移动窗口。',
  ],
  [/Window (\S+) cannot be reached from any public entrance/, '从任何对外入口都走不到：请检查门和隔断。'],
  [/Window (\S+) cannot be reached without steps/, '没有不走台阶、轮椅能过的路线。'],
  // rooms, doors, storeys
  [/it lies over (\S+) \S+ by (\S+) m²/, '与另一个区域重叠 $2 平方米。'],
  [/^all of it is outside the outline/, '整个在楼层轮廓之外。'],
  [/(\S+) m² of it is outside the outline/, '有 $1 平方米在楼层轮廓之外。'],
  [/it is only (\S+) m²/, '只有 $1 平方米，多半是描图时留下的。'],
  [/lies wholly under smaller units/, '完全被更小的区域盖住，已按小的算。'],
  [/has no unit to stand in/, '这一层没有可以站立的区域。'],
  [/the door stands in the open floor/, '这扇门立在空地上，不在任何边上。'],
  [/the door opens from \S+ into no floor/, '门后没有地面：是墙、中空，或什么也没画。'],
  [/there is no floor on either side of the door within (\S+) m/, '门两边 $1 米内都没有地面。'],
  [/has no opening: nobody can get in/, '没有门，谁也进不去。'],
  [/Level (\S+) has openings for (\d+) of (\d+) rooms/, '$3 个房间里只有 $2 个画了门，其余当作敞开的。'],
  [
    /No unit covers (\d+) m² \((\S+) %\) of level \S+ that was taken as floor/,
    '有 $1 平方米（$2 %）没有画区域，当作可以走的地面。',
  ],
  [/No unit covers (\d+) m² \((\S+) %\) of level/, '有 $1 平方米（$2 %）没有画区域。'],
  [/has (\d+) vertices; with more than (\d+) no routes/, '有 $1 个顶点，超过 $2 个就找不了路：请简化。'],
  [/^Unit \S+ \(\S+\) on \S+ cannot be reached from any public entrance/, '从任何对外入口都走不到。'],
  [/^Level (\S+) cannot be reached from any public entrance/, '从任何对外入口都走不到 $1。'],
  [/^Level (\S+) cannot be reached without steps/, '$1 没有不走台阶的路线。'],
  [/No public entrance is drawn/, '没有画对外的入口：把最低一层最大的一片地面当作入口。'],
  [
    /From the entrance \S+, (\d+) of (\d+) windows can be reached/,
    '从这个入口只能走到 $2 个窗口中的 $1 个。',
  ],
  [/are all on one level/, '只连着一层，走不到别的楼层。'],
  [/is in no relationship and stands over no other/, '上下没有相连的，通不到哪里。'],
  [/no lift, stairs, escalator or ramp joins/, '没有电梯、楼梯或扶梯通到别的楼层。'],
  [/do not lead to the ground storey/, '上下通道到不了首层。'],
  // names, hours, references
  [/the id is also that of another/, '编号与另一个相同。'],
  [/"(\S+)" is "(.*)", which is not in the archive/, '引用的“$2”不存在。'],
  [/it shuts "(.*)", which is not in the plan/, '要封闭的东西已经不在平面图里。'],
  [/it ends \((\S+)\) before it begins \((\S+)\)/, '结束（$1）早于开始（$2）。'],
  [/"hours" is "(.*)", which nobody can read/, '时间“$1”读不懂，例：Mo-Fr 08:30-17:30。'],
  [/"hours" is "(.*?)": /, '时间“$1”读不懂，例：Mo-Fr 08:30-17:30。'],
  [/nobody can read the hours "(.*)"/, '时间“$1”读不懂，例：Mo-Fr 08:30-17:30。'],
  [/The hours "(.*)" of .* cannot be read/, '时间“$1”读不懂，当作一直开放。'],
  [/"(?:category|restriction)" is "(.*)", which IMDF/, '“$1”不在 IMDF 的类别表里。'],
  [/its name has no text in (.*), as the venue's has/, '名称没有这种语言：$1。'],
  [/it has no name/, '没有名称。'],
  [/its level "(.*)" is none of the venue's/, '楼层“$1”不在这座楼里。'],
  // catalogue
  [/There are two (\S+) entries "(.*)"/, '“$2”出现了两次。'],
  [/Window (\S+) of the plan serves nothing/, '没有任何事项到这个窗口办。'],
  [/Window (\S+) is not in the plan/, '平面图里没有这个窗口。'],
  [/there is no window (\S+)\.$/, '平面图里没有 $1 号窗口。'],
  [/there is no department "(.*)"/, '没有编号为“$1”的部门。'],
  [/there is no area "(.*)"/, '没有编号为“$1”的区域。'],
  [/there is no series "(.*)"/, '没有“$1”这个取号队列。'],
  [/no window of it ever opens/, '它的窗口从不开放。'],
  [/no open window of it can be reached without steps/, '它的窗口都没有不走台阶的路线。'],
  [/no open window of it can be reached/, '它的窗口都走不到。'],
  [/step (\d+) cannot come after step (\d+)/, '第 $1 步不能排在第 $2 步之后。'],
  [/There is no opening "(.*)" in the plan/, '平面图里没有这扇门。'],
  [/A holiday cannot last from (\S+) to (\S+)\./, '假期不能从 $1 到 $2。'],
  [/(\S+) cannot be a holiday and be worked for one/, '$1 既写成假期又写成补班日。'],
  [
    /Public holidays, .* are known until (\S+?):/,
    '公众假期和补班日只写到 $1：请按通知补上之后的，否则放假那天也算开放。',
  ],
  [/The catalogue knows no public holidays/, '目录里没有公众假期：放假那天也算开放。'],
  // drawings and archives that are read
  [/its outline crosses itself; it is mended into (\d+)/, '边界与自己相交，已按奇偶规则改成 $1 块。'],
  [/ring (\d+) does not end where it starts; it is closed/, '边界没有闭合，已经闭上。'],
  [/ring (\d+) encloses no area; it is left out/, '有一圈边界围不成面，已略过。'],
  [/its geometry encloses no area; it is left out/, '围不成面，已略过。'],
  [/unpacks to over/, '解开后超过 256 MB 或 5,000 个文件。'],
  [/^The zip cannot be read/, '文件不完整，或不是压缩包。请重新取得。'],
  [/neither venue\.geojson nor manifest\.json/, '里面没有 venue.geojson，也没有 manifest.json。'],
  [/is a picture: trace it/, '图片不能直接变成平面图：请在“底图”里放上去照着描。'],
  [/ has (\d+) MB; over 64 MB are refused/, '有 $1 MB，最多 64 MB。'],
  [/Read in (\S+)\. Layers were taken as follows: (.*)\.$/, '单位 $1，图层按上面所选的读取。'],
  [/(\d+) doors have no room on either side/, '有 $1 扇门两边没有房间，或一边是墙，已略过。'],
  [/The walls do not close: gaps of up to (\S+) m/, '墙没有围拢：最大 $1 米的缺口当作楼层边界。'],
];

/** A rule's sentence in Chinese; undefined for one that is not known here. */
export function detailInChinese(message: string): string | undefined {
  for (const [pattern, zh] of SENTENCES) {
    const found = pattern.exec(message);
    if (found) return zh.replace(/\$(\d)/g, (_, group) => found[Number(group)] ?? '');
  }
  return undefined;
}
