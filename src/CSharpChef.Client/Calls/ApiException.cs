using System.Net;

namespace CSharpChef.Client.Calls;

/// <summary>
/// The server refused a call. Programs compare the code; the message names the member and the reason.
/// </summary>
internal sealed class ApiException(string code, string message) : ChefException($"{message} ({code})")
{
    public string Code { get; } = code;

    public HttpStatusCode Status { get; init; } = HttpStatusCode.BadRequest;

    /// <summary>True when what the call names does not exist.</summary>
    public bool IsNotFound => Code == "ResourceNotFoundException";

    public override int ExitCode => 1;
}
