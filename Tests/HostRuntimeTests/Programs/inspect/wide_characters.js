// Columns are counted as a terminal draws them.
console.log(Array.from({ length: 9 }, (_, i) => '日本'.repeat(i % 3)));
console.log(['😀', '😀😀', 'a', 'b', 'c', 'd', 'e']);
console.log(['e\u0301', 'ee', 'eee', 'é', 'x', 'yy', 'zzz']);
console.log({ '日本': '語', 'ｆｕｌｌ': 1 });
console.table([{ name: '日本', value: 'x' }, { name: 'ab', value: '😀' }]);
