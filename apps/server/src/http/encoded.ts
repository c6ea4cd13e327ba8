import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A large JSON answer, packed once for all who ask. */
export interface EncodedJson {
  send(request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

const QUALITY = 7;

/** Packs a value by brotli (of a quality from 0 to 11) and gzip; a client that takes neither gets it as it is. */
export async function encodeJson(value: unknown, quality = QUALITY): Promise<EncodedJson> {
  const plain = Buffer.from(JSON.stringify(value));
  const packed = {
    br: await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    gzip: await promisify(gzip)(plain),
  };
  return {
    send(request, reply) {
      const accepted = String(request.headers['accept-encoding'] ?? '');
      const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name));
      reply.type('application/json').header('vary', 'accept-encoding');
      return encoding === undefined
        ? reply.send(plain)
        : reply.header('content-encoding', encoding).send(packed[encoding]);
    },
  };
}
