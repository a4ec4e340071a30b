import type { FastifyInstance } from 'fastify';

/** Scripts, styles, pictures, fonts and calls from here only; nothing inline, nothing framed. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Of the one script that may compile WebAssembly: Python's worker on the page of proofs. It lives by its own policy, so that
 * no page needs a laxer one; and it may reach nothing, for it runs programs that visitors write.
 */
const PYTHON_WORKER = {
  // The script itself and nothing that only begins like it: what is missing is answered by a page.
  path: /^\/assets\/python-worker-[\w-]+\.js$/,
  policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
};

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  // Not no-referrer: browsers then say `Origin: null` for forms, and the origin is how we know our own pages.
  'referrer-policy': 'same-origin',
};

const PAGE_HEADERS = {
  ...EVERYWHERE,
  'content-security-policy': PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** A reply of the API is data: opened as a page it may do nothing at all. Kept short, for answers are saved through it. */
const DATA_HEADERS = { ...EVERYWHERE, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };

const HTTPS_ONLY = { 'strict-transport-security': 'max-age=31536000' };

/**
 * Sets what tells browsers to be strict with us. The tables are fixed when the application is built: nothing is
 * computed for a request.
 */
export function mountSecurityHeaders(app: FastifyInstance, publicUrl: string | null): void {
  const behindTls = publicUrl?.startsWith('https://') ? HTTPS_ONLY : {};
  const pages = { ...PAGE_HEADERS, ...behindTls };
  const pythonWorker = { ...pages, 'content-security-policy': PYTHON_WORKER.policy };
  const data = { ...DATA_HEADERS, ...behindTls };
  app.addHook('onRequest', (request, reply, done) => {
    if (PYTHON_WORKER.path.test(request.url)) reply.headers(pythonWorker);
    else reply.headers(request.url.startsWith('/api/') ? data : pages);
    done();
  });
}
