namespace CSharpChef.Stacks.Operations;

/// <summary>The ways to refuse a call, each with the code that clients compare.</summary>
internal static class ApiError
{
    public const string DeniedCode = "AccessDeniedException";

    /// <summary>A member is wrong.</summary>
    public static OperationException Invalid(string member, string why) =>
        new("ValidationException", $"{member} {why}.");

    public static OperationException NotOneOf(string member, string text, IEnumerable<string> words) =>
        Invalid(member, $"is '{Excerpt.Of(text)}', which is none of {string.Join(", ", words)}");

    public static OperationException Malformed(string member, string text, string wanted) =>
        Invalid(member, $"is '{Excerpt.Of(text)}'; {wanted}");

    /// <summary>The state of things does not allow it.</summary>
    public static OperationException Invalid(string why) => new("ValidationException", why);

    public static OperationException Missing(string noun, string id) =>
        new("ResourceNotFoundException", $"Unable to find {noun} with ID {Excerpt.Of(id)}");

    public static OperationException Denied(string why) => new(DeniedCode, why);

    /// <summary>The body is no JSON of the right types.</summary>
    public static OperationException Unreadable(string why, Exception? inner = null) =>
        new("SerializationException", why, inner);

    public static OperationException UnknownOperation(string target) => new(
        "UnknownOperationException",
        $"'{Excerpt.Of(target)}' is no operation of this server. X-Amz-Target is {Operation.OpsWorks}.<Operation> or {Operation.Own}.<Operation>.");

    /// <summary>Now it cannot be done, later it can: clients try again by themselves.</summary>
    public static OperationException Unavailable(string why, Exception? inner = null) =>
        new("ServiceUnavailableException", why, inner);
}
