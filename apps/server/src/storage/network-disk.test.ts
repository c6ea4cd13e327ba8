import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { networkDiskOf } from './network-disk';

it.each([
  ['NFS', 0x6969],
  ['CIFS', 0xff534d42],
  ['CIFS', 0xff534d42 | 0], // as a signed number of 32 bits
  ['Ceph', 0x00c36400],
])('%s is a network file system', (name, type) => {
  expect(networkDiskOf(type)).toBe(name);
});

it.each([
  ['ext4', 0xef53],
  ['XFS', 0x58465342],
  ['Btrfs', 0x9123683e],
  ['ZFS', 0x2fc12fc1],
  ['overlay', 0x794c7630],
  ['that of temporary files here', statfsSync(tmpdir()).type],
])('%s is none', (_name, type) => {
  expect(networkDiskOf(type)).toBeUndefined();
});
