// An exercise whose hidden tests throw what no test library throws.

// %% {"id": "one", "role": "exercise"}
// EXERCISE: one
export function one(): number {
  // BEGIN SOLUTION (about 1 line)
  return 1;
  // END SOLUTION
}
