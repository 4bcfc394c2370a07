// HTML 9.4.4 "Message ports", "disentangle", its last step: the port whose other side was closed gets a close event,
// in a task.
const { port1, port2 } = new MessageChannel();
port1.onclose = () => console.log('port 1 is closed');
port2.onclose = () => console.log('never');
port1.onmessage = ({ data }) => console.log(data);
port2.postMessage('last message');
port2.close();
console.log('script ends');
