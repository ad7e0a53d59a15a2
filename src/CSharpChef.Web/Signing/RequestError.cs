using CSharpChef.Stacks.Operations;

namespace CSharpChef.Web.Signing;

/// <summary>The errors of requests that reach no operation, with the codes that AWS clients handle.</summary>
internal static class RequestError
{
    public static OperationException MissingCredential() => new(
        "MissingAuthenticationTokenException",
        "The request has no credential: sign it with an access key (AWS Signature Version 4, service opsworks) or send Authorization: Bearer ccp_...");

    public static OperationException IncompleteSignature(string why) => new("IncompleteSignatureException", why);

    public static OperationException InvalidSignature(string why) => new("InvalidSignatureException", why);

    public static OperationException InvalidCredential(string? why = null) => ApiError.InvalidCredential(why);

    public static OperationException TooManyCalls(string why) => new("ThrottlingException", $"Rate exceeded: {why}.");

    public static OperationException BodyTooSlow() => new(
        "RequestTimeoutException", "The request body did not arrive in time: send the request again.");

    public static OperationException TooManyBodies() => ApiError.Unavailable(
        "Too many request bodies of clients that are not known yet arrive at the same time: send the request again.");

    public static OperationException BodyTooLarge(long limit) => new(
        "RequestEntityTooLargeException", $"The request body is larger than the limit of {limit} bytes.");
}
