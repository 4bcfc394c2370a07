// url.searchParams and url.search are two views of one query.
const url = new URL('http://host/?a=1#hash');
const { searchParams } = url;
searchParams.append('b', 'x y');
console.log(url.href);
url.search = '?c=%26';
console.log(searchParams.get('c'), searchParams === url.searchParams);
url.href = 'http://other/?d=4';
console.log([...searchParams]);
searchParams.delete('d');
console.log(url.href);
