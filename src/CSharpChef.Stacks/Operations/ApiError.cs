using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Operations;

/// <summary>The errors of the API, each with the code that clients compare.</summary>
internal static class ApiError
{
    public const string DeniedCode = "AccessDeniedException";

    /// <summary>A member of the request is invalid.</summary>
    public static OperationException Invalid(string member, string why) =>
        new("ValidationException", $"{member} {why}.");

    public static OperationException NotOneOf(string member, string text, IEnumerable<string> words) =>
        Invalid(member, $"is '{Excerpt.Of(text)}'; it must be one of {string.Join(", ", words)}");

    public static OperationException Malformed(string member, string text, string wanted) =>
        Invalid(member, $"is '{Excerpt.Of(text)}'; {wanted}");

    /// <summary>The request is invalid in the present state of the store.</summary>
    public static OperationException Invalid(string why) => new("ValidationException", why);

    /// <param name="noun">The kind of the object.</param>
    /// <param name="id">Its id.</param>
    /// <param name="denial">The right that the caller lacks, when the object exists and the caller may not know of
    /// it.</param>
    public static OperationException Missing(string noun, string id, string? denial = null) =>
        new("ResourceNotFoundException", $"Unable to find {noun} with ID {Excerpt.Of(id)}") { Denial = denial };

    public static OperationException Denied(string why) => new(DeniedCode, why) { Denial = why };

    /// <summary>The caller's access key or token may not be used.</summary>
    public static OperationException InvalidCredential(string? why = null) => new(
        "UnrecognizedClientException", $"The access key or token is not valid here.{(why is null ? "" : $" {why}")}");

    /// <summary>The body is not JSON of the right types.</summary>
    public static OperationException Unreadable(string why, Exception? inner = null) =>
        new("SerializationException", why, inner);

    public static OperationException UnknownOperation(string target) => new(
        "UnknownOperationException",
        $"'{Excerpt.Of(target)}' is not an operation of this server. X-Amz-Target must be {Operation.OpsWorks}.<Operation> or {Operation.Own}.<Operation>.");

    /// <summary>The call may succeed later: clients repeat it.</summary>
    public static OperationException Unavailable(string why, Exception? inner = null) =>
        new("ServiceUnavailableException", why, inner);
}
