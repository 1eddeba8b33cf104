// One call to a CKAN's Action API, with its status and whatever it answered.

export interface CkanAnswer {
  readonly status: number;
  readonly success: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever the portal says.
  readonly result: any;
  readonly error: unknown;
  readonly text: string;
}

export async function callCkan(
  { url, token }: { readonly url: string; readonly token?: string },
  action: string,
  body: object | FormData = {},
): Promise<CkanAnswer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${url}/api/3/action/${action}`, {
    method: "POST",
    headers: {
      ...(token ? { Authorization: token } : {}),
      ...(isForm ? {} : { "Content-Type": "application/json" }),
    },
    body: isForm ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const value = isJson ? JSON.parse(text) : undefined;
  return {
    status: response.status,
    success: value?.success === true,
    result: value?.result,
    error: value?.error,
    text,
  };
}
