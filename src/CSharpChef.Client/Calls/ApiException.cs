using System.Net;

namespace CSharpChef.Client.Calls;

/// <summary>
/// The server refused a call. The code is what programs compare; the message says which member and why.
/// </summary>
internal sealed class ApiException(string code, string message) : ChefException($"{message} ({code})")
{
    public string Code { get; } = code;

    public HttpStatusCode Status { get; init; } = HttpStatusCode.BadRequest;

    public override int ExitCode => 1;
}
