import type { Plugin } from 'vite';

/** In development, answers every exam room address with the room's own page, as the server does in production. */
export function roomRewrite(): Plugin {
  return {
    name: 'pyladder-room-rewrite',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/sittings/')) request.url = '/room.html';
        next();
      });
    },
  };
}
