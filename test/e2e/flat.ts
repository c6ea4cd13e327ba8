/** A browser without 3D, so that pages show the flat plan: for all tests of which 3D is no part, because here the processor would draw it. */
export const flatBrowser = {
  executablePath: process.env.DAOYIN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-3d-apis', '--disable-gpu', '--no-sandbox', '--disable-background-networking'],
};
