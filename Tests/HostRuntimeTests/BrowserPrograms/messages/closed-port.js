// HTML 9.4.4 "Message ports", close(), step 2: the ports are disentangled, and what is posted from then on goes
// nowhere.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => {
  console.log(data);
  port1.close();
  port2.postMessage('never');
};
port2.postMessage('only');
