import { spacedInChinese } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { phrase } from './phrase';
import { spokenInChinese, spokenNumber } from './spoken-zh';

const at = { x: 0, y: 0, level: '1F' };

describe('a Chinese voice', () => {
  it.each([
    ['2', '二'],
    ['10', '十'],
    ['12', '十二'],
    ['20', '二十'],
    ['101', '一百零一'],
    ['110', '一百一十'],
    ['152', '一百五十二'],
    ['200', '二百'],
    ['1005', '一千零五'],
    ['032', '零三二'],
    ['12345', '一二三四五'],
  ])('reads %s as %s', (digits, words) => {
    expect(spokenNumber(digits)).toBe(words);
  });

  it('measures two metres and two hundred with 两', () => {
    expect(spokenInChinese('往前走约2米')).toBe('往前走约两米');
    expect(spokenInChinese('往前走约200米')).toBe('往前走约两百米');
    expect(spokenInChinese('往前走约12米')).toBe('往前走约十二米');
  });

  it('has no symbols in it, and keeps 3D', () => {
    expect(spokenInChinese('在4号扶梯（下行）处左转')).toBe('在四号扶梯，下行处左转');
    expect(spokenInChinese('朝3D导引机1方向走')).toBe('朝3D导引机一号方向走');
    expect(spokenInChinese('朝24小时自助终端9方向走')).toBe('朝二十四小时自助终端九号方向走');
    expect(spokenInChinese('到12-14号窗口')).toBe('到十二至十四号窗口');
  });
});

it('Chinese is set with a space between its own and Latin letters', () => {
  expect(spacedInChinese('往前走约30米，在A12号窗口处左转')).toBe('往前走约 30 米，在 A12 号窗口处左转');
});

describe('what is said', () => {
  it('of an island: the numbers over its counters', () => {
    const landmark = { kind: 'island', featureId: 'i', windows: ['51', '66'] } as const;
    const turn = { kind: 'turn', distance: 5, at, direction: 'left', landmark } as const;
    expect(phrase(turn, 'zh')).toEqual({
      text: '在 51–66 号窗口服务岛处左转',
      speech: '在五十一至六十六号窗口服务岛处左转',
    });
    expect(phrase(turn, 'en').speech).toBe('Turn left at the island of windows 51 to 66');
  });

  it('of an escalator: its direction once', () => {
    const landmark = {
      kind: 'escalator',
      featureId: 'e',
      name: { zh: '1号扶梯（上行）', en: 'Escalator 1 (up)' },
    };
    const ride = {
      kind: 'take-connector',
      distance: 5,
      at,
      connector: 'escalator',
      connectorId: 'e',
    } as const;
    const up = { ...ride, toLevel: '2F', up: true, landmark };
    expect(phrase(up, 'zh').speech).toBe('乘一号扶梯上到二楼');
    expect(phrase(up, 'en').speech).toBe('Take Escalator 1 up to floor 2');
  });

  const lift = {
    kind: 'take-connector',
    distance: 20,
    at,
    connector: 'elevator',
    connectorId: 'lift',
    toLevel: '2F',
    up: true,
    exit: 'left',
  } as const;

  it('of a lift: the storey to press, and the door to leave by', () => {
    expect(phrase(lift, 'zh', { ahead: 20 })).toEqual({
      text: '往前走约 20 米，乘电梯上到 2 楼（按“2F”），从左侧的门出去',
      speech: '往前走约二十米，乘电梯上到二楼，请按二楼，从左侧的门出去',
    });
    expect(phrase(lift, 'en', { ahead: 20 })).toEqual({
      text: 'Walk about 20 m, then take the lift up to 2F (press “2F”); leave by the door on the left',
      speech:
        'Walk about 20 metres, then take the lift up to floor 2, press 2, leave by the door on the left',
    });
  });

  it('of an arrival: the side, the same in a list and on the way', () => {
    const arrive = {
      kind: 'arrive',
      distance: 30,
      at,
      side: 'left',
      landmark: { kind: 'window', featureId: 'w', window: '152' },
    } as const;
    expect(phrase(arrive, 'zh', { ahead: 31 })).toEqual({
      text: '往前走约 30 米，到 152 号窗口，就在您左手边',
      speech: '往前走约三十米，到一百五十二号窗口，就在您左手边',
    });
    expect(phrase(arrive, 'zh', { ahead: 12, live: true }).text).toBe(
      '再走约 10 米就到 152 号窗口，在您左手边',
    );
    const blue = { ...arrive, landmark: { ...arrive.landmark, colour: { zh: '蓝色', en: 'blue' } } };
    expect(phrase(blue, 'zh', { ahead: 31 }).text).toBe(
      '往前走约 30 米，到蓝色区域的 152 号窗口，就在您左手边',
    );
    expect(phrase(blue, 'en', { ahead: 31 }).text).toBe(
      'Walk about 30 m to window 152 in the blue area, on your left',
    );
    expect(phrase(arrive, 'en').text).toBe('You have reached window 152, on your left');
  });

  it('an English voice says no symbols either', () => {
    const name = { en: 'West toilets, women' };
    const turn = {
      kind: 'turn',
      distance: 5,
      at,
      direction: 'left',
      landmark: { kind: 'restroom', featureId: 'r', name },
    } as const;
    expect(phrase(turn, 'en').text).toBe("Turn left at the west women's toilets");
    const terminal = {
      ...turn,
      landmark: { kind: 'kiosk', featureId: 'k', name: { en: '24-hour terminal 9' } },
    };
    expect(phrase(terminal, 'en').speech).toBe('Turn left at 24 hour terminal 9');
    const escalator = {
      ...turn,
      landmark: { kind: 'escalator', featureId: 'e', name: { en: 'Escalator 4 (down)' } },
    };
    expect(phrase(escalator, 'en').text).toBe('Turn left at Escalator 4 (down)');
    const machine = { ...turn, landmark: { ...terminal.landmark, name: { en: 'Ticket machine 3' } } };
    expect(phrase(machine, 'en').text).toBe('Turn left at ticket machine 3');
  });
});
