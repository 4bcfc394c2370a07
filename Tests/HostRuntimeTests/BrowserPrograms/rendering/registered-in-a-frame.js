// HTML 8.11 "run the animation frame callbacks", step 2: the handles are those there are when the frame begins; what
// a callback registers waits for the next frame.
let frames = 0;
requestAnimationFrame(() => {
  console.log('A1');
  requestAnimationFrame(() => console.log('A2'));
  setTimeout(() => console.log('timer between the frames'));
});
requestAnimationFrame(() => console.log('B1'));
