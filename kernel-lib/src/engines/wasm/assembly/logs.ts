/**
 * For each of 128 intervals of [0.708, 1.417) the bits of 1/c and log(c), where c lies in its middle: so that log(m) is
 * log(c) + log(1 + r), with |r| = |m/c - 1| < 0.0039. Each c was searched for near the middle until log(c) had ten zeros
 * behind its last bit; the interval around 1 has c = 1, so nothing cancels there. Interval i begins at the float64 whose
 * bits are 0x3fe6aaab00000000 + i * 2^45.
 */
const logs = memory.data<u64>([
  0x3ff686af22acb491, 0xbfd5e4be27c05c53, 0x3ff667253babade0, 0xbfd58ae40cc6d13c,
  0x3ff647f280f496a9, 0xbfd5318581485503, 0x3ff6291683867c11, 0xbfd4d8a3fe3f2480,
  0x3ff60a8eed7bb41a, 0xbfd4803b75956cfb, 0x3ff5ec5be8d40a3d, 0xbfd4284f056441d7,
  0x3ff5ce7af1c0a441, 0xbfd3d0d9f705b8fb, 0x3ff5b0eaa7f18ed3, 0xbfd379daccf1320b,
  0x3ff593aa0624e26b, 0xbfd3235106db1ced, 0x3ff576b84c377158, 0xbfd2cd3ce74eacbf,
  0x3ff55a137336f0c2, 0xbfd2779ad6376f77, 0x3ff53dbacfb58ec0, 0xbfd2226b3701655c,
  0x3ff521ad4b1ee86a, 0xbfd1cdad229e28d2, 0x3ff505e8b6ce5337, 0xbfd1795c50a7f5ae,
  0x3ff4ea6df1a66d84, 0xbfd1257db1c4c3c6, 0x3ff4cf39f4a9eaa9, 0xbfd0d20a4c050284,
  0x3ff4b44c70d58f6c, 0xbfd07f0360c8a88d, 0x3ff499a44afb5420, 0xbfd02c67b67d4723,
  0x3ff47f400c1ea21d, 0xbfcfb469ced40f2e, 0x3ff4651f4ad1a2bf, 0xbfcf10d790cc8590,
  0x3ff44b4169939662, 0xbfce6e190f07a137, 0x3ff431a45ff02a45, 0xbfcdcc259d4f33d6,
  0x3ff41847a0dfc493, 0xbfcd2afdc6fdd7af, 0x3ff3ff2a3268be2a, 0xbfcc8a9f540cadd1,
  0x3ff3e64b61c18205, 0xbfcbeb09be93306f, 0x3ff3cda9f8b38a86, 0xbfcb4c3920280735,
  0x3ff3b54595ff352a, 0xbfcaae2ed9f1c389, 0x3ff39d1cefc06573, 0xbfca10e659bd484b,
  0x3ff3852efb53f020, 0xbfc9745c89c8eb5d, 0x3ff36d7b46bdc80e, 0xbfc8d89227877cab,
  0x3ff35600e74fe655, 0xbfc83d84c9d7aad6, 0x3ff33ebed6d1e785, 0xbfc7a331399baa77,
  0x3ff327b4b1295809, 0xbfc7099860a4fee7, 0x3ff310e10c02aa00, 0xbfc670b442175cca,
  0x3ff2fa4425bacf0d, 0xbfc5d889ea672a1f, 0x3ff2e3dc4e0970d5, 0xbfc541115c237997,
  0x3ff2cda92c6bc30f, 0xbfc4aa4b8dea020d, 0x3ff2b7a9d4cfea37, 0xbfc41435800601bc,
  0x3ff2a1ddf5c0f236, 0xbfc37ed041222b5b, 0x3ff28c4454935063, 0xbfc2ea1691eedfcc,
  0x3ff276dd3011ec7d, 0xbfc2560d49fa2083, 0x3ff261a68b2bac5b, 0xbfc1c2a9bfeb704e,
  0x3ff24ca08b617e43, 0xbfc12fefff400443, 0x3ff237ca9db4ddf6, 0xbfc09ddf0d14f689,
  0x3ff22323b056d097, 0xbfc00c7262527934, 0x3ff20eabad9753d4, 0xbfbef758abbaefda,
  0x3ff1fa617e953cba, 0xbfbdd71033634622, 0x3ff1e644c72e82ce, 0xbfbcb80bf276dca0,
  0x3ff1d254ca70f41b, 0xbfbb9a4703a8686d, 0x3ff1be9111cb4f11, 0xbfba7dc0533008a3,
  0x3ff1aaf8e87ebf12, 0xbfb9627333eee873, 0x3ff1978b9750b8c3, 0xbfb8485ab0873277,
  0x3ff1844969bd333a, 0xbfb72f8073b4058c, 0x3ff1713104a93b4c, 0xbfb617d609721a07,
  0x3ff15e41f255de4b, 0xbfb50159e43ff086, 0x3ff14b7bce536996, 0xbfb3ec0b61dd64ce,
  0x3ff138de2774fc90, 0xbfb2d7e911e725d8, 0x3ff12668d9846a7d, 0xbfb1c4f5ecb790eb,
  0x3ff1141a043669fd, 0xbfb0b31ae90cea3b, 0x3ff101f3351f0fe8, 0xbfaf44e8569bec8c,
  0x3ff0eff1b2269349, 0xbfad25bb24e58e22, 0x3ff0de16957e5877, 0xbfab08d8e8efac7a,
  0x3ff0cc616a164125, 0xbfa8ee3d61e15793, 0x3ff0bad08ed23f87, 0xbfa6d5c0447ea31b,
  0x3ff0a96487002a9b, 0xbfa4bf7a57ddf51f, 0x3ff0981c940dd1b7, 0xbfa2ab5de7e46fe9,
  0x3ff086f8b2ff4d9b, 0xbfa09973a295aee9, 0x3ff075f8c5e58d4b, 0xbf9d1381f8305144,
  0x3ff0651a74951cfd, 0xbf98f80bae90f37d, 0x3ff0545e3e1d2585, 0xbf94e0b4140adee1,
  0x3ff043c4d9bea2aa, 0xbf90cdb93fcee6e5, 0x3ff0334cf1e3cedc, 0xbf897db1084e7195,
  0x3ff022f65b17c2d1, 0xbf81682fbc49ece1, 0x3ff012c0b37e47a8, 0xbf72b5bebaa100c8,
  0x3ff0000000000000, 0x0000000000000000, 0x3fefcb022e5101ef, 0x3f7a94f15fa1cd5c,
  0x3fef8c51c8b7e777, 0x3f8d205322736677, 0x3fef4e9739918ad4, 0x3f966b78ca4e24b3,
  0x3fef11cc21bc07d7, 0x3f9e378042ca5b96, 0x3feed5eb13de8670, 0x3fa2fa3dee25d168,
  0x3fee9aefbb8da22d, 0x3fa6d1436c8c7690, 0x3fee60d3dc822292, 0x3faaa0ffe0d3b18f,
  0x3fee27930a2112a3, 0x3fae69864be30f1e, 0x3fedef28d7945420, 0x3fb11575a6760906,
  0x3fedb78ff572d823, 0x3fb2f2aa30e6cc1d, 0x3fed80c49237b332, 0x3fb4cc679cd3e89f,
  0x3fed4ac08c074e57, 0x3fb6a2c9a7905e7a, 0x3fed1581e20201b3, 0x3fb875c8f9dba3f1,
  0x3fece10308e36f0a, 0x3fba457ddc10cc5c, 0x3fecad40e1adfc60, 0x3fbc11ec16947544,
  0x3fec7a3672e1d78d, 0x3fbddb28a37d1bb1, 0x3fec47e0bf3ef414, 0x3fbfa137849d77da,
  0x3fec163bafd17c50, 0x3fc0b213a33cbb2e, 0x3febe54385c8367e, 0x3fc192020bf5ffdd,
  0x3febb4f53d1464e8, 0x3fc2706a1079a99a, 0x3feb854cfc12af1f, 0x3fc34d52eaeeb6d6,
  0x3feb56484e3ca828, 0x3fc428bdad99e8a2, 0x3feb27e1a5628b48, 0x3fc502ba3c028e4b,
  0x3feafa18a1acce86, 0x3fc5db407ca94629, 0x3feacce8d4652efb, 0x3fc6b25baad3f8d7,
  0x3feaa04f6286dfeb, 0x3fc7880fe2b3ebd0, 0x3fea7449351589f7, 0x3fc85c62a6638330,
  0x3fea48d3f13acc2e, 0x3fc92f562f9b8696, 0x3fea1dec7829f485, 0x3fca00f0ad6eae09,
  0x3fe9f38fe3c9a93a, 0x3fcad1378545228b, 0x3fe9c9bc3aa3400c, 0x3fcba02bcd706783,
  0x3fe9a06e9217839e, 0x3fcc6dd37b362313, 0x3fe977a43558aa8c, 0x3fcd3a33be72984d,
  0x3fe94f5af52946a2, 0x3fce054f66642661, 0x3fe92790739ff591, 0x3fcecf2a626c3e44,
  0x3fe90041e5ef9f12, 0x3fcf97cb085dd3b8, 0x3fe8d96dd9b40f03, 0x3fd02f98837f9c58,
  0x3fe8b311dac2bc5b, 0x3fd092b0b0aecda3, 0x3fe88d2a897f9021, 0x3fd0f533118abcd9,
  0x3fe867b821f581ae, 0x3fd1571b63275eab, 0x3fe842b714b2df8d, 0x3fd1b86f5954a9f7,
  0x3fe81e253d691e2d, 0x3fd2193115175fb8, 0x3fe7fa00f450077f, 0x3fd2796185673121,
  0x3fe7d648974c2833, 0x3fd2d9019cbd25a1, 0x3fe7b2f9ee18590b, 0x3fd33813f5a7fdf1,
  0x3fe79012f0324424, 0x3fd3969ac51d05d2, 0x3fe76d92bc09c7ad, 0x3fd3f49533a76c71,
  0x3fe74b76323318d7, 0x3fd45208997aa9fe, 0x3fe729bd86db8b11, 0x3fd4aef148df93c9,
  0x3fe708650200e105, 0x3fd50b567065bad9, 0x3fe6e76cb0ab0dd3, 0x3fd56734eaf08cf6,
  0x3fe6c6d16a284e4f, 0x3fd5c292911872c9, 0x3fe6a6934b0b82fa, 0x3fd61d6c29fc1f1d,
]);

/**
 * The entry, 1/c and log(c), for the number whose high word this is: seven of its bits count the interval, in integer
 * registers, which have nothing else to do.
 */
// @ts-ignore: decorator
@inline
export function logEntry(high: u32): v128 {
  return v128.load(logs + ((((high + 0x95555) >> 9) & 0x7f0) as usize));
}
