/** A refusal as Discord words it: HTTP status, JSON error code, message, and what of the body is at fault. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly issues: readonly string[];

  constructor(status: number, code: number, message: string, issues: readonly string[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.issues = issues;
  }
}

/** 50035: a body Discord would not take. */
export function invalidForm(issues: readonly string[]): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', issues);
}
