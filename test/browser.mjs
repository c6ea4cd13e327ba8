import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = ['chromium', 'fonts-noto-cjk'];
const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The path of a Chromium for the end-to-end tests, with fonts for Chinese. On Debian as root both are installed where they are
 * missing; elsewhere the one command that installs them is printed and undefined is given.
 */
export function ensureBrowser() {
  const named = process.env.DAOYIN_CHROMIUM;
  if (named !== undefined)
    return existsSync(named) ? named : missing(`DAOYIN_CHROMIUM names ${named}, which does not exist.`);
  if (found() === undefined || !hasChineseFonts()) install();
  return found() ?? missing('The end-to-end tests need Chromium.');
}

const found = () => candidates.find((path) => existsSync(path));
const hasChineseFonts = () =>
  /\S/.test(spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '');

function install() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(' and ')} by apt-get (once)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'fontconfig', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

function missing(reason) {
  console.error(`${reason} Install it with: sudo apt-get install -y ${packages.join(' ')}`);
  return undefined;
}
