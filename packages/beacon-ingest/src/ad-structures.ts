/** Data of an advert that a platform took apart. */
export interface AdvertParts {
  /** By company identifier; `data` is what follows it. */
  readonly manufacturerData?: Iterable<readonly [companyId: number, data: Uint8Array]>;
  /** By 16-bit service UUID; `data` is what follows it. */
  readonly serviceData?: Iterable<readonly [uuid16: number, data: Uint8Array]>;
}

/** AD structures of the parts (Core, Vol 3, Part C, 11): one advert stays one signal. A part too long for a structure is left out. */
export function adStructuresOf({ manufacturerData = [], serviceData = [] }: AdvertParts): Uint8Array {
  const bytes: number[] = [];
  const add = (type: number, id: number, data: Uint8Array) => {
    if (data.length <= 252) bytes.push(data.length + 3, type, id & 0xff, id >> 8, ...data);
  };
  for (const [companyId, data] of manufacturerData) add(0xff, companyId, data);
  for (const [uuid16, data] of serviceData) add(0x16, uuid16, data);
  return Uint8Array.from(bytes);
}
