using CSharpChef.Stacks.Operations;

namespace CSharpChef.Web.Signing;

/// <summary>Why a call is not let in, in the codes that clients of AWS know.</summary>
internal static class Refused
{
    public const string Throttling = "ThrottlingException";

    public static OperationException Missing() => new(
        "MissingAuthenticationTokenException",
        "There is no credential: sign the request with an access key (AWS Signature Version 4, service opsworks) or send Authorization: Bearer ccp_...");

    public static OperationException Incomplete(string why) => new("IncompleteSignatureException", why);

    public static OperationException Signature(string why) => new("InvalidSignatureException", why);

    public static OperationException Unknown(string? why = null) => new(
        "UnrecognizedClientException", $"The access key or token is not valid here.{(why is null ? "" : $" {why}")}");

    public static OperationException TooFast(string what) => new(Throttling, $"Rate exceeded: {what}.");

    public static OperationException TooLarge(long limit) => new(
        "RequestEntityTooLargeException", $"The request body is larger than the {limit} bytes that are read.");

    public static OperationException Unreadable(string why) => new("SerializationException", why);
}
