import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import mqtt from 'mqtt';
import { reasonOf } from '../operation/reason';
import type { ServerOptions } from '../options/options';
import { error, type Finding, ok, warning } from './finding';

const PATIENCE_MS = 5_000;
const DAY_MS = 86_400_000;

/** Ports are free or ours, the broker lets the server in, the certificate is valid, phones reach the public address. */
export async function checkNetwork(options: ServerOptions, nowMs: number): Promise<readonly Finding[]> {
  return (
    await Promise.all([
      checkPort(options),
      checkBroker(options),
      checkCertificate(options, nowMs),
      checkPublicUrl(options),
    ])
  ).flat();
}

async function checkPort({ port, host, tlsCertificate }: ServerOptions): Promise<readonly Finding[]> {
  if (await isFree(port, host)) return [ok('port', `${port} is free`)];
  const scheme = tlsCertificate === undefined ? 'http' : 'https';
  const answers = await asksReady(`${scheme}://localhost:${port}`);
  return answers === 'ready'
    ? [ok('port', `a server of Daoyin answers on ${port}, and is ready`)]
    : answers === 'not ready'
      ? [error('port', `A server of Daoyin answers on ${port} and is not ready: its database is away.`)]
      : [error('port', `Another program has port ${port}: choose another, or stop it.`)];
}

/** A certificate of the hall's own is not known to this program; whether phones trust it is not asked here. */
async function asksReady(at: string): Promise<'ready' | 'not ready' | undefined> {
  const { request } = at.startsWith('https') ? await import('node:https') : await import('node:http');
  return new Promise((resolve) => {
    const asked = request(
      `${at}/api/ready`,
      { timeout: PATIENCE_MS, rejectUnauthorized: false },
      (response) => {
        response.resume();
        const ours = /json/.test(response.headers['content-type'] ?? '');
        resolve(
          !ours
            ? undefined
            : response.statusCode === 200
              ? 'ready'
              : response.statusCode === 503
                ? 'not ready'
                : undefined,
        );
      },
    );
    asked
      .on('timeout', () => asked.destroy())
      .on('error', () => resolve(undefined))
      .end();
  });
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

async function checkBroker({ mqttUrl }: ServerOptions): Promise<readonly Finding[]> {
  if (mqttUrl === undefined) return [ok('broker', 'inside the server')];
  try {
    const client = await mqtt.connectAsync(
      mqttUrl,
      { connectTimeout: PATIENCE_MS, reconnectPeriod: 0 },
      false,
    );
    const heard = new Promise<boolean>((resolve) => {
      client.once('message', () => resolve(true));
      setTimeout(() => resolve(false), PATIENCE_MS).unref();
    });
    const topic = `daoyin/doctor/receivers/${process.pid}/readings`;
    await client.subscribeAsync(topic, { qos: 1 });
    await client.publishAsync(topic, '{}', { qos: 1 });
    const through = await heard;
    await client.endAsync(true);
    return [
      through
        ? ok('broker', 'it lets the server in, and carries messages')
        : error(
            'broker',
            'It lets the server in, but carries no message: look at its access file (docs/operations.md).',
          ),
    ];
  } catch (failure) {
    return [error('broker', `It does not let the server in: ${reasonOf(failure)}`)];
  }
}

async function checkCertificate(
  { tlsCertificate, tlsKey, host }: ServerOptions,
  nowMs: number,
): Promise<readonly Finding[]> {
  if (tlsCertificate === undefined || tlsKey === undefined)
    return /^(127\.|::1$|localhost$)/.test(host)
      ? [ok('tls', 'none; only this machine is listened to: a proxy in front has it')]
      : [
          warning(
            'tls',
            'None: phones get no motion sensors, staff sign in on this machine only. Set http.tls-certificate, or put a proxy in front.',
          ),
        ];
  try {
    const certificate = new X509Certificate(readFileSync(tlsCertificate));
    readFileSync(tlsKey);
    const days = Math.floor((Date.parse(certificate.validTo) - nowMs) / DAY_MS);
    if (days < 0) return [error('tls', `The certificate ended on ${certificate.validTo}.`)];
    const says = `the certificate is valid for ${days} days more`;
    return [days < 14 ? warning('tls', `${says}: renew it.`) : ok('tls', says)];
  } catch (failure) {
    return [error('tls', reasonOf(failure))];
  }
}

async function checkPublicUrl({ publicUrl }: ServerOptions): Promise<readonly Finding[]> {
  if (publicUrl === undefined)
    return [
      warning(
        'public address',
        'http.public-url is not set: QR codes carry it only where an admin has set it on the staff page.',
      ),
    ];
  try {
    const response = await fetch(`${publicUrl}/api/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return [
      response.ok
        ? ok('public address', `${publicUrl} leads to a server of Daoyin`)
        : error(
            'public address',
            `${publicUrl} answers ${response.status}: it does not lead to this server.`,
          ),
    ];
  } catch (failure) {
    return [warning('public address', `${publicUrl} is not reached from here: ${reasonOf(failure)}`)];
  }
}
