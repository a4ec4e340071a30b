/** Square matrices are row by row in one array. */
export type Matrix = Float64Array;

/**
 * Solves a symmetric positive definite system by Cholesky's factors.
 *
 * @param matrix n × n, left as it was
 * @param right n numbers, left as it was
 * @returns null if the matrix is not positive definite
 */
export function solvePositive(matrix: Matrix, right: Float64Array): Float64Array | null {
  const factor = factorise(matrix, right.length);
  return factor === null ? null : substitute(factor, right);
}

/**
 * The inverse of a symmetric positive definite matrix; null if it is not positive definite.
 *
 * @param least share of a diagonal element that the elements before must leave unexplained; less is taken for 0
 */
export function invertPositive(matrix: Matrix, size: number, least = 0): Matrix | null {
  const factor = factorise(matrix, size, least);
  if (factor === null) return null;
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    inverse.set(substitute(factor, unit), column * size);
  }
  return inverse;
}

function factorise(matrix: Matrix, size: number, least = 0): Matrix | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) rest -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      if (i !== j) factor[i * size + j] = rest / (factor[j * size + j] as number);
      else if (rest > least * (matrix[i * size + i] as number) && rest > 0) factor[i * size + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

function substitute(factor: Matrix, right: Float64Array): Float64Array {
  const size = right.length;
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - (factor[i * size + k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (factor[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] = (x[i] as number) - (factor[k * size + i] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (factor[i * size + i] as number);
  }
  return x;
}
