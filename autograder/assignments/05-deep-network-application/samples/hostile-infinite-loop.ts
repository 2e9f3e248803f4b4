// expects: {"lLayerModel": 0}
async function lLayerModel(): Promise<never> {
  for (;;) await np.tick();
}
