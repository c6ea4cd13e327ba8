import { createHash } from 'node:crypto';

/** The namespace of this floor plan's ids: itself a version 5 UUID of RFC 4122's DNS namespace and the plan's name. */
const NAMESPACE = uuid5(bytesOf('6ba7b810-9dad-11d1-80b4-00c04fd430c8'), 'zhongshan.floorplans.daoyin');

/** The id of a thing by its name: the same name has the same id for ever (RFC 4122, section 4.3, version 5). */
export const idOf = (name: string): string => uuid5(bytesOf(NAMESPACE), name);

function uuid5(namespace: Uint8Array, name: string): string {
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function bytesOf(uuid: string): Uint8Array {
  return Uint8Array.from(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
}
