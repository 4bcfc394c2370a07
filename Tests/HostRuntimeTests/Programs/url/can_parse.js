console.log(URL.canParse('https://example.com'), URL.canParse('example.com'));
console.log(URL.canParse('path', 'https://example.com'), URL.canParse('path', 'nowhere'));
console.log(URL.parse('../x', 'https://example.com/a/b/c').href, URL.parse('x'));
