import { type ImagePlacement, type Point, venueToImage } from '@daoyin/geometry';
import { expect, type Page } from '@playwright/test';
import type { TestHall } from './hall';
import { approach, type Mark, markOnScreen, pdfOf, pictureOf, SHEET } from './pictures';
import { draftOf, enter, panel, saved, tapPlan, test, undo } from './studio';

test.use({ viewport: { width: 1440, height: 900 }, actionTimeout: 30_000 });

const MOST_MISSED = 0.05; // metres

/** What is traced: 15 m to the east, then 10 m to the north. */
const TRACED: readonly [Mark, Mark, Mark] = [
  { at: { x: 42, y: 24 }, colour: [0, 0, 255] },
  { at: { x: 57, y: 24 }, colour: [0, 255, 255] },
  { at: { x: 57, y: 34 }, colour: [255, 255, 0] },
];

/** A sheet about the middle of what is traced, at 2.5 cm a pixel, that was laid on the scanner askew. */
function laidBy(degrees: number): ImagePlacement {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [0.025 * Math.cos(turn), 0.025 * Math.sin(turn)];
  const [column, row] = [SHEET.width / 2, SHEET.height / 2];
  return {
    xx: cos,
    xy: sin,
    yx: sin,
    yy: -cos,
    x0: 50 - cos * column - sin * row,
    y0: 29 - sin * column + cos * row,
  };
}

/** A corner of a room that is on the plan and on the sheet, beside what is traced. */
async function knownCorner(page: Page, hall: TestHall, placement: ImagePlacement): Promise<Mark> {
  const { units } = (await draftOf(page, hall)).venue;
  const corners = units.filter(({ level }) => level === '1F').flatMap(({ area }) => area[0]!.outer);
  const away = ({ x, y }: Point) => Math.hypot(x - 36, y - 22);
  const onSheet = (corner: Point) => {
    const { column, row } = venueToImage(placement, corner);
    return column > 100 && column < SHEET.width - 100 && row > 100 && row < SHEET.height - 100;
  };
  const [nearest] = corners.filter(onSheet).sort((a, b) => away(a) - away(b));
  return { at: nearest!, colour: [255, 0, 255] };
}

/** Opens a file under the plan, in its full colours and without beacons over it. */
async function open(page: Page, name: string, buffer: Buffer): Promise<void> {
  await panel(page, '图层');
  await page.getByRole('switch', { name: '信标', exact: true }).click();
  await panel(page, '底图');
  await page.getByLabel('选择图片或 PDF').setInputFiles({ name, mimeType: '', buffer });
  await expect(page.getByText(name)).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('底图浓淡').press('End');
}

/** Looks from afar, goes near with the wheel, as one does to hit the middle of something, and taps it. */
async function tapMark(page: Page, mark: Mark): Promise<void> {
  await page.getByRole('application').focus();
  await page.keyboard.press('0');
  for (let step = 0; step < 2; step++) await page.keyboard.press('-');
  const near = await approach(page, mark, 900);
  await page.mouse.click(near.x, near.y);
  await page.keyboard.press('0');
}

async function type(page: Page, label: string, nth: number, text: number): Promise<void> {
  const field = page.getByLabel(label).nth(nth);
  await field.fill(String(text));
  await field.press('Enter');
}

/** Draws a room over the three marks and finds its corners where they truly are. */
async function expectTraced(page: Page, hall: TestHall): Promise<void> {
  await panel(page, '属性');
  await page.getByRole('application').focus();
  await page.keyboard.press('0');
  await approach(page, TRACED[1], 450);
  await page.keyboard.press('r');
  for (const mark of TRACED) {
    const { x, y } = await markOnScreen(page, mark);
    await page.keyboard.down('Alt');
    await page.mouse.click(x, y);
    await page.keyboard.up('Alt');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '区域' })).toBeVisible();
  const { outer } = (await draftOf(page, hall)).venue.units.at(-1)!.area[0]!;
  for (const { at } of TRACED) {
    const missed = Math.min(...outer.map(({ x, y }) => Math.hypot(x - at.x, y - at.y)));
    expect(missed, `${JSON.stringify(outer)} beside ${JSON.stringify(at)}`).toBeLessThan(MOST_MISSED);
  }
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await saved(page);
}

for (const [name, sheet, degrees] of [
  ['plan.png', 'image/png', 12],
  ['photo.jpg', 'image/jpeg', -100],
] as const) {
  test(`a drawing (${name}) is placed by a corner that pulls and a point that is typed; what is traced over it lies where it should`, async ({
    page,
    hall,
  }) => {
    await enter(page, hall);
    const laid = laidBy(degrees);
    const corner = await knownCorner(page, hall, laid);
    const other: Mark = { at: { x: 61, y: 38 }, colour: [0, 255, 0] };
    await open(page, name, await pictureOf(page, sheet, [...TRACED, corner, other], laid));
    await page.getByRole('button', { name: '在图上点' }).click();
    await tapMark(page, corner);
    await tapPlan(page, hall, corner.at);
    await expect(page.getByLabel('东 x（米）')).toHaveValue(String(Number(corner.at.x.toFixed(3))));
    await tapMark(page, other);
    await tapPlan(page, hall, { x: 60, y: 37 });
    await type(page, '东 x（米）', 1, other.at.x);
    await type(page, '北 y（米）', 1, other.at.y);
    await expect(page.getByText(/转了 .*°，平均偏差 0\.0 厘米/)).toBeVisible();
    await expectTraced(page, hall);
  });
}

test('a page of a PDF is placed by two known lengths and one corner, a third point is a check, and what is traced over it lies where it should', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const laid = laidBy(7);
  const corner = await knownCorner(page, hall, laid);
  await open(page, 'sheets.pdf', pdfOf([...TRACED, corner], laid));
  await expect(page.getByText('sheets.pdf，第 1 页，共 2 页')).toBeVisible();
  await page.getByLabel('看第几页').selectOption('2');
  await expect(page.getByText('sheets.pdf，第 2 页，共 2 页')).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('量已知的长度').check();
  await page.getByRole('button', { name: '在图上点' }).click();
  for (const [from, to, metres] of [
    [TRACED[0], TRACED[1], 15],
    [TRACED[2], TRACED[1], 10],
  ] as const) {
    await tapMark(page, from);
    await tapMark(page, to);
    await page.getByLabel('这段长（米）').last().fill(String(metres));
    await page.getByLabel('这段长（米）').last().press('Enter');
  }
  const directions = page.getByLabel('走向（先点的一端起）');
  await expect(directions).toHaveCount(2);
  await expect(directions.first()).toHaveValue('east');
  await expect(directions.last()).toHaveValue('south');
  await expect(page.getByText(/转了 [67]\.\d°/)).toBeVisible();
  await page.getByLabel('对点').check();
  await tapMark(page, corner);
  await tapPlan(page, hall, corner.at);
  await expect(page.getByText('1：偏差 0.0 厘米')).toBeVisible();
  await expectTraced(page, hall);
});
