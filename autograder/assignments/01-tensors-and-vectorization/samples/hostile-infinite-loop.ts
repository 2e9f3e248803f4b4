// expects: {"basicSigmoid": 0}
function basicSigmoid(x: number): number {
  while (true) {}
}
