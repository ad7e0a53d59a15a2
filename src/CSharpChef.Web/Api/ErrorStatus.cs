namespace CSharpChef.Web.Api;

/// <summary>
/// The HTTP status of each error code. Clients read the code; proxies and retry policies read the status.
/// </summary>
internal static class ErrorStatus
{
    public const string Internal = "InternalFailure";
    public const string Unavailable = "ServiceUnavailableException";

    public static int Of(string code) => code switch
    {
        "AccessDeniedException" or "ExpiredTokenException" or "IncompleteSignatureException"
            or "InvalidSignatureException"
            or "MissingAuthenticationTokenException" or "SignatureDoesNotMatch" or "UnrecognizedClientException" => 403,
        "RequestTimeoutException" => 408,
        "RequestEntityTooLargeException" => 413,
        Internal => 500,
        Unavailable => 503,
        _ => 400,
    };
}
