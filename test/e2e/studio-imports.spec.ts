import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { venueFrame } from '@daoyin/geometry';
import { expect, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { bytesOf, scaledBy, twoRooms } from '../../packages/venue/src/import/dxf/dxf.test-support';
import { tinyArchive } from '../../packages/venue/src/tiny-archive.test-support';
import { draftOf, enter, exported, give, importDialog, panel, saved, test, undo } from './studio';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-imports-'));

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const storeyButton = (page: Page, level: string) => page.getByRole('button', { name: `显示 ${level}` });

const INCHES = 1 / 0.0254;
const zipOf = (archive: ReadonlyMap<string, string>) =>
  zipSync(Object.fromEntries([...archive].map(([name, text]) => [`hall/${name}`, strToU8(text)])));

test('a DXF in inches is read by layers that are chosen by eye, goes in as a storey more, and is taken back by one step', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const before = await draftOf(page, hall);
  const drawing = { ...scaledBy(twoRooms(), INCHES), header: { $INSUNITS: [70, 1] as const } };
  await give(page, 'storey.dxf', bytesOf(drawing));
  const dialog = importDialog(page);
  await expect(dialog.getByRole('img', { name: /^图纸预览/ })).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText('图宽 16.2 米，高 5.2 米')).toBeVisible();
  await dialog.getByLabel('图纸单位').selectOption('mm');
  await expect(dialog.getByText('图宽 0.6 米，高 0.2 米')).toBeVisible();
  await dialog.getByLabel('图纸单位').selectOption('in');
  await dialog.getByLabel('WALL 上是什么').selectOption({ label: '墙' });
  await dialog.getByLabel('WINDOW 上是什么').selectOption({ label: '门' });
  await dialog.getByLabel('这张图是哪一层').fill('4F');
  await dialog.getByLabel('放进现有平面，替换或新增这一层').check();
  await dialog.getByRole('button', { name: '按这样读取' }).click();
  await expect(dialog.getByText(/^平面图： 新增 \d+，修改 0，删除 0$/)).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await storeyButton(page, '4F').click();
  const { venue } = await draftOf(page, hall);
  const storey = venue.levels.find(({ shortName }) => shortName === '4F')!;
  expect(storey.ordinal).toBe(3);
  const rooms = venue.units.filter(({ level }) => level === '4F');
  expect(rooms.map(({ name }) => name['zh-Hans'])).toEqual(expect.arrayContaining(['办公室', '办事大厅']));
  const xs = storey.outline.flatMap(({ outer }) => outer.map(({ x }) => x));
  expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(16.24, 1);
  expect(venue.openings.filter(({ level }) => level === '4F')).toHaveLength(2);
  expect(venue.units.filter(({ level }) => level !== '4F')).toHaveLength(before.venue.units.length);
  await undo(page).click();
  await expect(storeyButton(page, '4F')).toHaveCount(0);
  expect((await draftOf(page, hall)).venue).toEqual(before.venue);
});

test('the hall, exported as IMDF and imported again, is the hall; a foreign archive, GeoJSON and OpenStreetMap open and are taken back', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const { name, bytes } = await exported(page, '导出 IMDF');
  await give(page, name, bytes);
  const dialog = importDialog(page);
  await expect(dialog.getByText('平面图： 新增 0，修改 0，删除 0')).toBeVisible({ timeout: 60_000 });
  for (const [name, content, levels] of [
    ['foreign.zip', zipOf(tinyArchive()), ['1F', '2F']],
    ['indoor.geojson', JSON.stringify(indoor()), ['0', '1']],
    ['indoor.osm', OSM, ['0']],
  ] as const) {
    await give(page, name, content);
    await dialog.getByRole('button', { name: '导入', exact: true }).click({ timeout: 60_000 });
    await expect(dialog).toBeHidden();
    for (const level of levels) await expect(storeyButton(page, level)).toBeVisible();
    expect((await draftOf(page, hall)).venue.levels.map(({ shortName }) => shortName)).toEqual(levels);
    await undo(page).click();
    await expect(storeyButton(page, '3F')).toBeVisible();
    await saved(page);
  }
});

const at = venueFrame([113.39, 22.52]);
const square = (x0: number, y0: number, x1: number, y1: number) =>
  [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
    [x0, y0],
  ].map(([x, y]) => at.venueToLngLat({ x: x!, y: y! }));

/** Simple Indoor Tagging (OpenStreetMap wiki) as GeoJSON: a corridor and a room on two storeys. */
const indoor = () => ({
  type: 'FeatureCollection',
  features: [
    [{ indoor: 'corridor', level: '0;1' }, square(0, 0, 20, 5)] as const,
    [{ indoor: 'room', level: '0;1', name: 'Office' }, square(0, 5, 8, 10)] as const,
  ].map(([properties, ring], i) => ({
    type: 'Feature',
    id: `way/${i}`,
    properties,
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
});

/** The same as OSM XML 0.6: one room. */
const OSM = `<?xml version="1.0"?><osm version="0.6">${square(0, 0, 12, 8)
  .slice(0, 4)
  .map(([lon, lat], i) => `<node id="${i + 1}" lat="${lat}" lon="${lon}"/>`)
  .join('')}<way id="9">${[1, 2, 3, 4, 1].map((ref) => `<nd ref="${ref}"/>`).join('')}
  <tag k="indoor" v="room"/><tag k="level" v="0"/></way></osm>`;

test('a zip bomb, a DWG, a picture of 200 MB and what is no plan are refused with a reason, and an archive with broken rings is mended', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const dialog = importDialog(page);
  const take = dialog.getByRole('button', { name: '导入', exact: true });
  const bomb = zipSync({ 'venue.geojson': new Uint8Array(300_000_000) }, { level: 1 });
  for (const [name, content, reason] of [
    ['bomb.zip', bomb, '压缩包解开后太大'],
    ['hall.dwg', Uint8Array.from(strToU8('AC1032\0\0\0\0\0\0\0')), '是 DWG'],
    ['cut.zip', zipOf(tinyArchive()).subarray(0, 900), '压缩包已损坏'],
    ['letter.txt.json', '{"hello": 1}', '不是 GeoJSON'],
  ] as const) {
    await give(page, name, content);
    await expect(dialog.getByText('这个文件里没有可用的内容')).toBeVisible({ timeout: 60_000 });
    await expect(dialog.getByRole('listitem').filter({ hasText: reason })).toBeVisible();
    await expect(take).toBeDisabled();
  }
  const crossing = tinyArchive(({ unit }) => {
    const ring = (unit![0]!.geometry!.coordinates as number[][][])[0]!;
    [ring[1], ring[2]] = [ring[2]!, ring[1]!];
    unit![1]!.geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [113, 22],
          [113, 22],
        ],
      ],
    };
  });
  await give(page, 'broken-rings.zip', zipOf(crossing));
  await expect(dialog.getByRole('listitem').filter({ hasText: '边界与自己相交' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(take).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(undo(page)).toBeDisabled();

  await panel(page, '底图');
  await page.getByLabel('选择图片或 PDF').setInputFiles(hugePicture());
  await expect(page.getByRole('alert')).toContainText('文件有 200 MB，最多 60 MB');
});

/** 200 MB on disk that begin as a PNG does. */
function hugePicture(): string {
  const path = join(folder, 'huge.png');
  const file = openSync(path, 'w');
  writeSync(file, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  ftruncateSync(file, 200_000_000);
  closeSync(file);
  return path;
}
