/** Magic numbers of file systems that several machines share (statfs(2) and each one's source in Linux). */
const SHARED: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
  [0x01021997, '9P'],
]);

/** The name of a network file system, from what `statfs` gives as its type; undefined of a local one. */
export const networkDiskOf = (type: number): string | undefined => SHARED.get(type >>> 0);
