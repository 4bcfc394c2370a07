// Numbers as hosts are IPv4 addresses in any of their spellings; IPv6 is compressed.
for (const host of ['127.0.0.1', '127.1', '0x7f.1', '017700000001', '2130706433', '1.2.3.4.', '256.1.1.1', '1.2.3',
  '[::1]', '[0:0:0:0:0:0:0:1]', '[2001:DB8:0:0:1:0:0:1]', '[::ffff:1.2.3.4]', '[1:2:3:4:5:6:7:8]', '[1::8]', '[::]',
  '[1:2:3]', '[g::1]']) {
  const url = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`) : null;
  console.log(host, '->', url && url.hostname);
}
