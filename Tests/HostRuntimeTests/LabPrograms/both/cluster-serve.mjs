// SPDX-License-Identifier: MIT
// A module may serve routes as soon as it is ready for them, instead of exporting its handler.
import { isMainThread } from 'node:worker_threads';
import lab from 'lab';

if (isMainThread) {
  const cluster = lab.cluster(1, import.meta.url);
  for (const request of ['GET /users/7?full=yes', 'POST /users', '/nothing']) {
    console.log(await cluster.dispatch(request));
  }
  await cluster.close();
} else {
  const connection = await lab.delay(20, 'connected');
  lab.serve({
    routes: {
      'GET /users/:id': ({ params, query }, worker) => ({ ...params, ...query, worker: worker.id, connection }),
      'POST /users': () => ({ status: 201, body: 'made' }),
    },
  });
}
