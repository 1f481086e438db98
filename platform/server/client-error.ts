import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BAD_REQUEST, type FaultKind } from './fault-kind.ts';
import { asFault, faultBody, HttpFault } from './http-fault.ts';

const TOO_SLOW: FaultKind = {
  status: 408,
  code: 'too-slow',
  when: { zh: '请求没有在限定的时间内发完', en: 'The request did not arrive in time' },
};
const HEADERS_TOO_LARGE: FaultKind = {
  status: 431,
  code: 'headers-too-large',
  when: { zh: '请求头过大', en: 'The headers are too large' },
};

/** Options of a server that answers in our shape even what no route and no hook gets to see. */
export function refuseUnread() {
  return {
    frameworkErrors(error: Error, request: FastifyRequest, reply: FastifyReply) {
      const fault = asFault(error);
      return reply
        .header('x-request-id', request.id)
        .code(fault.kind.status)
        .send(faultBody(fault, request.id));
    },
    clientErrorHandler(error: Error & { code?: string }, socket: Socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      const fault = new HttpFault(kindOf(error.code));
      const { status } = fault.kind;
      const id = randomUUID();
      const body = JSON.stringify(faultBody(fault, id));
      if (socket.writable) {
        socket.write(
          [
            `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
            'Content-Type: application/json; charset=utf-8',
            `Content-Length: ${Buffer.byteLength(body)}`,
            `X-Request-Id: ${id}`,
            'Connection: close',
            '',
            body,
          ].join('\r\n'),
        );
      }
      socket.destroy();
    },
  };
}

function kindOf(code: string | undefined): FaultKind {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TOO_SLOW;
  return code === 'HPE_HEADER_OVERFLOW' ? HEADERS_TOO_LARGE : BAD_REQUEST;
}
