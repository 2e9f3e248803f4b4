// expects: {"sigmoid": 0}
const sigmoid = undefined;
