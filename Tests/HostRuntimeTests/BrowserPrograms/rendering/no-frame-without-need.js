// HTML 8.1.7.3 "update the rendering", step 4 "Unnecessary rendering": no frame where nothing changed and no
// animation frame callback waits.
setTimeout(() => {
  console.log(looplab.frameReport().frames);
  document.body.append(document.createElement('p'));
}, 100);
setTimeout(() => console.log(looplab.frameReport().frames), 200);
