/**
 * The bits of tanh(n / 8), correctly rounded, for n from 0 to 154: from there on it is 1.
 */
import { entriesAt } from "./entries";

const tanhs = memory.data<u64>([
  0x0000000000000000, 0x3fbfd5992bc4b835, 0x3fcf597ea69a1c86, 0x3fd6ef53de8c8fb0,
  0x3fdd9353d7568af3, 0x3fe1bf47eabb8f95, 0x3fe45323e552f228, 0x3fe686650b8c2015,
  0x3fe85efab514f394, 0x3fe9e5cb5ba44d69, 0x3feb2523bb6b2dee, 0x3fec278a52a4e478,
  0x3fecf6f9786df577, 0x3fed9c6fafe61c78, 0x3fee1fbf97e33527, 0x3fee8789ecec0dda,
  0x3feed9505e1bc3d4, 0x3fef1994df724fc8, 0x3fef4bfd6c2dfd1e, 0x3fef73776b2aa2db,
  0x3fef9258260a71c2, 0x3fefaa7934b75ebd, 0x3fefbd509ae7ae3e, 0x3fefcc04cdbcdc4c,
  0x3fefd77d111a0b00, 0x3fefe06eb0688212, 0x3fefe76795d353a0, 0x3fefecd6b7ea3128,
  0x3feff112c63a9077, 0x3feff45f6d36133b, 0x3feff6f17a754772, 0x3feff8f21cdaaa63,
  0x3feffa81708a0b42, 0x3feffbb87d07c5df, 0x3feffcaac3f20e66, 0x3feffd677867b57f,
  0x3feffdfa72153983, 0x3feffe6cead12cdd, 0x3feffec61279a3a4, 0x3fefff0b823ae6e6,
  0x3fefff419668df11, 0x3fefff6bb483cc79, 0x3fefff8c81c6dc34, 0x3fefffa60da976aa,
  0x3fefffb9f2fc1e91, 0x3fefffc971b3c075, 0x3fefffd583014825, 0x3fefffdee8f80351,
  0x3fefffe63abe253c, 0x3fefffebee0b3da0, 0x3feffff05e8d3192, 0x3feffff3d3aa8e64,
  0x3feffff684fec9b9, 0x3feffff89dd88ac1, 0x3feffffa3ff22708, 0x3feffffb859011e1,
  0x3feffffc832750f2, 0x3feffffd48a67f50, 0x3feffffde2760a41, 0x3feffffe5a3fc05b,
  0x3feffffeb78a3c73, 0x3fefffff0031efd4, 0x3fefffff38c76668, 0x3fefffff64d8b0f1,
  0x3fefffff872a91f8, 0x3fefffffa1e50522, 0x3fefffffb6b5ecf3, 0x3fefffffc6ec14df,
  0x3fefffffd38c39f0, 0x3fefffffdd616c5b, 0x3fefffffe509d179, 0x3fefffffeb00934f,
  0x3fefffffefa59d78, 0x3feffffff343a3e1, 0x3feffffff614d446, 0x3feffffff8467de6,
  0x3feffffff9fbea41, 0x3feffffffb5094a4, 0x3feffffffc59e429, 0x3feffffffd2883f0,
  0x3feffffffdc96f35, 0x3feffffffe46c21e, 0x3feffffffea85c50, 0x3feffffffef45f95,
  0x3fefffffff2f9279, 0x3fefffffff5dad1e, 0x3fefffffff819506, 0x3fefffffff9d8bb1,
  0x3fefffffffb352dd, 0x3fefffffffc448d0, 0x3fefffffffd17e54, 0x3fefffffffdbc7da,
  0x3fefffffffe3cad8, 0x3fefffffffea0828, 0x3fefffffffeee426, 0x3feffffffff2acf8,
  0x3feffffffff59f7c, 0x3feffffffff7eb1b, 0x3feffffffff9b4be, 0x3feffffffffb1927,
  0x3feffffffffc2eb9, 0x3feffffffffd06e5, 0x3feffffffffdaf40, 0x3feffffffffe325e,
  0x3feffffffffe987b, 0x3feffffffffee801, 0x3fefffffffff25f1, 0x3fefffffffff562d,
  0x3fefffffffff7bbd, 0x3fefffffffff98ff, 0x3fefffffffffafc8, 0x3fefffffffffc186,
  0x3fefffffffffcf58, 0x3fefffffffffda1b, 0x3fefffffffffe27d, 0x3fefffffffffe904,
  0x3fefffffffffee1a, 0x3feffffffffff20f, 0x3feffffffffff525, 0x3feffffffffff78b,
  0x3feffffffffff96a, 0x3feffffffffffadf, 0x3feffffffffffc02, 0x3feffffffffffce4,
  0x3feffffffffffd94, 0x3feffffffffffe1d, 0x3feffffffffffe88, 0x3feffffffffffedb,
  0x3fefffffffffff1c, 0x3fefffffffffff4e, 0x3fefffffffffff76, 0x3fefffffffffff94,
  0x3fefffffffffffac, 0x3fefffffffffffbf, 0x3fefffffffffffcd, 0x3fefffffffffffd8,
  0x3fefffffffffffe1, 0x3fefffffffffffe8, 0x3fefffffffffffed, 0x3feffffffffffff1,
  0x3feffffffffffff5, 0x3feffffffffffff7, 0x3feffffffffffff9, 0x3feffffffffffffb,
  0x3feffffffffffffc, 0x3feffffffffffffd, 0x3feffffffffffffd, 0x3feffffffffffffe,
  0x3feffffffffffffe, 0x3fefffffffffffff, 0x3fefffffffffffff, 0x3fefffffffffffff,
  0x3fefffffffffffff, 0x3ff0000000000000, 0x3ff0000000000000, 0x3ff0000000000000,
]);

/** tanh(n / 8) for the n in the lowest bytes of the two float64 there. */
// @ts-ignore: decorator
@inline
export function tanhOfEighths(n: usize): v128 {
  return entriesAt(tanhs, n);
}
