import { readPublicUrl } from '@daoyin/protocol';

/** A value as it was given: text on the command line and in the environment, what TOML makes of it in a file. */
export type Given = string | number | boolean;

/** How a setting is read, and what is expected of it. */
export interface Kind<T> {
  /** Undefined where the value is none of this kind. */
  readonly read: (given: Given) => T | undefined;
  readonly expected: string;
  /** How help calls the value; undefined where a flag alone says it. */
  readonly shown: string | undefined;
  /** Paths are relative to where they were given: the command's folder or the file's. */
  readonly isPath?: true;
}

export const text: Kind<string> = {
  read: (given) => (typeof given === 'string' && given.trim() !== '' ? given : undefined),
  expected: 'a text',
  shown: 'TEXT',
};

export const path: Kind<string> = { ...text, expected: 'a path', shown: 'PATH', isPath: true };

export const onOff: Kind<boolean> = {
  read: (given) => ({ true: true, false: false })[String(given)],
  expected: 'true or false',
  shown: undefined,
};

export function number(least: number, most: number, isWhole = true): Kind<number> {
  return {
    read: (given) => {
      const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
      if (typeof value !== 'number' || !(value >= least && value <= most)) return undefined;
      return isWhole && !Number.isInteger(value) ? undefined : value;
    },
    expected: `${isWhole ? 'a whole number from ' : ''}${least} to ${most}`,
    shown: 'N',
  };
}

export function oneOf<const T extends string>(...names: readonly T[]): Kind<T> {
  return {
    read: (given) => names.find((name) => name === given),
    expected: names.join(' or '),
    shown: names.join('|'),
  };
}

/** An address of one of some protocols, such as `postgres:` or `mqtt:`. */
export function address(...protocols: readonly string[]): Kind<string> {
  return {
    read: (given) =>
      typeof given === 'string' && URL.canParse(given) && protocols.includes(new URL(given).protocol)
        ? given
        : undefined,
    expected: `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    shown: 'URL',
  };
}

export const publicAddress: Kind<string> = {
  read: (given) => {
    const read = readPublicUrl(String(given));
    return read.ok ? read.url : undefined;
  },
  expected: 'an http or https address that phones can open, without a query',
  shown: 'URL',
};

export const timeZone: Kind<string> = {
  read: (given) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: String(given) });
      return String(given);
    } catch {
      return undefined;
    }
  },
  expected: 'an IANA time zone such as Asia/Shanghai',
  shown: 'ZONE',
};

export const timeOfDay: Kind<string> = {
  read: (given) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(String(given)) ? String(given) : undefined),
  expected: 'a time of day such as 02:30',
  shown: 'HH:MM',
};
